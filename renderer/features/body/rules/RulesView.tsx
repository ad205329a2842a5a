import { Button } from '@mantine/core';
import { IconGavel, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../api.ts';
import { EmptyPage } from '../../../components/EmptyPage/EmptyPage.tsx';
import { ItemLink } from '../../../components/ItemLink.tsx';
import { LevelMark } from '../../../components/LevelMark/LevelMark.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { useProtectedScreen } from '../../../components/protectScreen.ts';
import { useT } from '../../../translations.ts';
import { NewRulesetSheet } from './NewRulesetSheet.tsx';
import classes from './Rules.module.css';

/** The charter and the management rules: which version is in force, and who has read it. */
export function RulesView() {
  const t = useT();
  const words = t.body.rules;
  const navigate = useNavigate();
  const rulesets = useQuery(api.rulesets.list.queryOptions());
  const [isCreating, setIsCreating] = useState(false);
  const found = rulesets.data ?? [];
  useProtectedScreen(found.map(({ level }) => level));
  const create = (
    <Button leftSection={<IconPlus size={16} stroke={1.5} />} onClick={() => setIsCreating(true)}>
      {words.create}
    </Button>
  );
  return (
    <div className={classes.view}>
      <ErrorProblems error={rulesets.error} />
      {rulesets.isSuccess && found.length === 0 && (
        <EmptyPage icon={<IconGavel size={40} stroke={1.5} />} title={words.emptyTitle} action={create}>
          {words.empty}
        </EmptyPage>
      )}
      {found.length > 0 && (
        <>
          <div className={classes.tools}>{create}</div>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{words.fields.title}</th>
                <th scope="col">{words.fields.type}</th>
                <th scope="col">{words.inForce}</th>
                <th scope="col">{words.fields.effectiveOn}</th>
                <th scope="col">{words.fields.readers}</th>
                <th scope="col">{words.fields.unread}</th>
                <th scope="col">{t.levels.level}</th>
              </tr>
            </thead>
            <tbody>
              {found.map((each) => {
                const inForce = each.versions.find((version) => version.inForce);
                return (
                  <tr key={each.id}>
                    <td>
                      <ItemLink item={each} />
                    </td>
                    <td>{words.types[each.fields.type]}</td>
                    <td>{inForce?.number ?? words.none}</td>
                    <td>{inForce?.effectiveOn}</td>
                    <td>{inForce !== undefined && words.count(inForce.readings.length)}</td>
                    <td data-warn={each.unread.length > 0 || undefined}>{words.count(each.unread.length)}</td>
                    <td>
                      <LevelMark level={each.level} />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </>
      )}
      {isCreating && (
        <NewRulesetSheet
          onClose={() => setIsCreating(false)}
          onMade={(id) => void navigate({ to: '/rules/$rulesetId', params: { rulesetId: id } })}
        />
      )}
    </div>
  );
}
