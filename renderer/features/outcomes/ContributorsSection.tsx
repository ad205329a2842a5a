import { Button } from '@mantine/core';
import { useState } from 'react';
import type { OutcomeDetail } from '#shared/outcomes/contract.ts';
import { shareText, WHOLE } from '#shared/outcomes/shares.ts';
import { ItemLink } from '../../components/ItemLink.tsx';
import { useT } from '../../translations.ts';
import { ContributorsSheet } from './ContributorsSheet.tsx';
import classes from './Rows.module.css';
import { Section } from './Section.tsx';

/** Who made the outcome, and whose it is to which part. */
export function ContributorsSection({ outcome }: { outcome: OutcomeDetail }) {
  const t = useT();
  const words = t.outcomes.contributors;
  const [isEditing, setIsEditing] = useState(false);
  const { contributors } = outcome;
  return (
    <Section
      title={words.title}
      none={contributors.length === 0 ? words.none : undefined}
      action={
        <Button variant="default" size="xs" onClick={() => setIsEditing(true)}>
          {words.edit}
        </Button>
      }
    >
      {contributors.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{words.party}</th>
              <th scope="col">{words.duty}</th>
              <th scope="col" className={classes.end}>
                {words.share}
              </th>
            </tr>
          </thead>
          <tbody>
            {contributors.map(({ id, party, duty, share }) => (
              <tr key={id}>
                <td>
                  {party === null ? (
                    <span className={classes.hidden}>{words.hidden}</span>
                  ) : (
                    <ItemLink item={party} />
                  )}
                </td>
                <td>{duty}</td>
                <td className={classes.end}>{shareText(share)}%</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td colSpan={2}>{words.sum}</td>
              <td className={classes.end}>{shareText(WHOLE)}%</td>
            </tr>
          </tfoot>
        </table>
      )}
      {isEditing && <ContributorsSheet outcome={outcome} onClose={() => setIsEditing(false)} />}
    </Section>
  );
}
