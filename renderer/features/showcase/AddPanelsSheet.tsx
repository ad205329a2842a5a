import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api.ts';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { useT } from '../../translations.ts';
import classes from './Sheet.module.css';

/** Which panels come into a column: those that stand in none of this exhibition yet. */
export function AddPanelsSheet({
  placed,
  onAdd,
  onClose,
}: {
  placed: ReadonlySet<string>;
  onAdd: (panelIds: string[]) => void;
  onClose: () => void;
}) {
  const t = useT();
  const words = t.showcase.exhibitions;
  const panels = useQuery(api.panels.list.queryOptions({ input: { text: '' } }));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const offered = (panels.data ?? []).filter(({ id }) => !placed.has(id));
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.choosePanels}
      verb={words.addPanels}
      onConfirm={chosen.length === 0 ? undefined : () => onAdd([...chosen])}
    >
      <ErrorProblems error={panels.error} />
      {panels.isSuccess && offered.length === 0 && <p>{words.noPanels}</p>}
      <div className={classes.checks}>
        {offered.map(({ id, title, state, fields }) => (
          <Checkbox
            key={id}
            label={title}
            description={[fields.zh.unitName, t.showcase.states[state]].filter(Boolean).join(' · ')}
            checked={chosen.includes(id)}
            onChange={(event) =>
              setChosen(event.currentTarget.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
            }
          />
        ))}
      </div>
    </ConfirmSheet>
  );
}
