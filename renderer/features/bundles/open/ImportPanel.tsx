import { Button, Progress } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportItem, ImportPreview, ImportResult } from '#shared/bundles/receivedContract.ts';
import { api, client } from '../../../api.ts';
import { ErrorProblems, ProblemList } from '../../../components/ProblemList/ProblemList.tsx';
import { notifyDone } from '../../../notices.ts';
import { useT } from '../../../translations.ts';
import { useExchangeChanged } from '../useExchangeChanged.ts';
import { type Choices, decisionsOf, takenCount, undecidedCount } from './choices.ts';
import { ImportItemRow } from './ImportItemRow.tsx';
import classes from './ImportPanel.module.css';

const ORDER = ['CONFLICT', 'PROPOSAL', 'CREATE', 'UPDATE', 'REFUSED', 'SAME'] as const;

/** The preview against the real vault, decided item by item and field by field; then the import. */
export function ImportPanel({
  openedId,
  unit,
  onClose,
}: {
  openedId: string;
  unit: string;
  onClose: () => void;
}) {
  const t = useT();
  const words = t.bundles.import;
  const changed = useExchangeChanged();
  const [choices, setChoices] = useState<Choices>({});
  const preview = useQuery({
    ...api.bundles.previewImport.queryOptions({ input: { openedId } }),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const run = useMutation({
    mutationFn: async (items: readonly ImportItem[]) => {
      const { jobId } = await client.bundles.import({ openedId, decisions: decisionsOf(items, choices) });
      return client.bundles.waitImport({ jobId });
    },
    onSuccess: ({ importId }) => {
      changed();
      if (importId === null) return;
      notifyDone(words.doneLine(unit), async () => {
        await client.bundles.undoImport({ importId });
        changed();
      });
    },
  });
  if (run.isSuccess) return <Result result={run.data} onClose={onClose} />;
  if (run.isPending) {
    return (
      <div className={classes.panel} aria-live="polite">
        <p className={classes.lead}>{words.importing}</p>
        <Progress value={100} animated size={6} aria-label={words.importing} />
      </div>
    );
  }
  return (
    <section className={classes.panel} aria-label={words.title}>
      <ErrorProblems error={preview.error ?? run.error} />
      {preview.data !== undefined && (
        <Preview
          preview={preview.data}
          choices={choices}
          onChoices={setChoices}
          onConfirm={() => run.mutate(preview.data.items)}
          onClose={onClose}
        />
      )}
    </section>
  );
}

function Preview({
  preview,
  choices,
  onChoices,
  onConfirm,
  onClose,
}: {
  preview: ImportPreview;
  choices: Choices;
  onChoices: (choices: Choices) => void;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const t = useT();
  const words = t.bundles.import;
  const undecided = undecidedCount(preview.items, choices);
  const taken = takenCount(preview.items, choices);
  return (
    <>
      <p className={classes.lead}>{preview.nothingNew ? words.nothingNew : words.lead}</p>
      {ORDER.map((status) => {
        const items = preview.items.filter((item) => item.status === status);
        return items.length === 0 ? null : (
          <section key={status} className={classes.group} aria-label={words.statuses[status]}>
            <h3 className={classes.title} data-status={status}>
              {words.statuses[status]} <span className={classes.count}>{items.length}</span>
              <span className={classes.help}>{words.statusHelp[status]}</span>
            </h3>
            <ul>
              {items.map((item) => (
                <ImportItemRow
                  key={item.id}
                  item={item}
                  choice={choices[item.id]}
                  onChoice={(choice) => onChoices({ ...choices, [item.id]: choice })}
                />
              ))}
            </ul>
          </section>
        );
      })}
      <footer className={classes.foot}>
        <span className={classes.says}>{undecided > 0 ? words.undecided(undecided) : words.held}</span>
        <Button variant="default" onClick={onClose}>
          {t.actions.cancel}
        </Button>
        <Button disabled={undecided > 0 || taken === 0} onClick={onConfirm}>
          {words.confirm(taken)}
        </Button>
      </footer>
    </>
  );
}

function Result({ result, onClose }: { result: ImportResult; onClose: () => void }) {
  const t = useT();
  const words = t.bundles.import;
  const lines = [
    ...(result.created.length > 0 ? [words.created(result.created.length)] : []),
    ...(result.updated.length > 0 ? [words.updated(result.updated.length)] : []),
    ...(result.refused.length > 0 ? [words.refused(result.refused.length)] : []),
  ];
  return (
    <section className={classes.panel} aria-label={words.done}>
      <h2 className={classes.done}>{words.done}</h2>
      <p>{lines.length === 0 ? words.nothingNew : lines.join(t.formats.list)}</p>
      {result.refused.map(({ id, title, problems }) => (
        <ProblemList key={id} title={title} problems={problems} />
      ))}
      <div>
        <Button onClick={onClose}>{t.actions.finish}</Button>
      </div>
    </section>
  );
}
