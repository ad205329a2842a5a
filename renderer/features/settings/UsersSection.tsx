import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api.ts';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { useVaultStatus } from '../../session.ts';
import { useT } from '../../translations.ts';
import { AddUserSheet } from './AddUserSheet.tsx';
import { Section, SectionFoot } from './Section.tsx';
import classes from './UsersSection.module.css';

/** Who opens this vault, and up to which tier. */
export function UsersSection() {
  const t = useT();
  const words = t.settings.users;
  const { me } = useVaultStatus();
  const users = useQuery(api.vault.users.queryOptions());
  const [isAdding, setIsAdding] = useState(false);
  return (
    <Section title={words.title} lead={words.lead}>
      <ErrorProblems error={users.error} />
      <table className={classes.users}>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.clearance}</th>
          </tr>
        </thead>
        <tbody>
          {users.data?.map(({ id, name, clearance }) => (
            <tr key={id}>
              <td>
                {name}
                {id === me?.id && <span className={classes.you}>{words.you}</span>}
              </td>
              <td>{words.upTo[clearance]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <SectionFoot>
        <Button
          variant="default"
          leftSection={<IconUserPlus size={16} stroke={1.5} />}
          onClick={() => setIsAdding(true)}
        >
          {words.add}
        </Button>
      </SectionFoot>
      {isAdding && <AddUserSheet onClose={() => setIsAdding(false)} />}
    </Section>
  );
}
