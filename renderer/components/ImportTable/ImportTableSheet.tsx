import { Button, Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Level } from '#shared/confidentiality/levels.ts';
import { TEXT_ENCODINGS, type TextEncoding } from '#shared/sheets/encoding.ts';
import type { TableKind } from '#shared/sheets/tableColumns.ts';
import { api } from '../../api.ts';
import { counted } from '../../formats.ts';
import { host } from '../../host/host.ts';
import { notifyDone } from '../../notices.ts';
import { useTranslation } from '../../translations.ts';
import { ConfirmSheet } from '../ConfirmSheet/ConfirmSheet.tsx';
import { LevelSelect } from '../LevelSelect/LevelSelect.tsx';
import { ErrorProblems } from '../ProblemList/ProblemList.tsx';
import { useProblems } from '../problems.ts';
import classes from './ImportTable.module.css';
import { TablePreviewRows } from './TablePreviewRows.tsx';

/** Level, template, table; then every row as it would come in; then the deed. */
export function ImportTableSheet({ kind, onClose }: { kind: TableKind; onClose: () => void }) {
  const { t, language } = useTranslation();
  const words = t.tables;
  const report = useProblems();
  const [level, setLevel] = useState<Level>(kind === 'UNITS' ? 'PUBLIC' : 'INTERNAL');
  const [place, setPlace] = useState<{ token: string; name: string } | null>(null);
  const [encoding, setEncoding] = useState<TextEncoding | null>(null);
  const source = { kind, place: place?.token ?? '', level, encoding };
  const preview = useQuery({
    ...api.tables.preview.queryOptions({ input: source }),
    enabled: place !== null,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const run = useMutation(
    api.tables.import.mutationOptions({
      onSuccess: ({ created, undo }) => {
        notifyDone(words.done(counted(created)), async () => {
          const { removed, kept } = await api.tables.undoImport.call({ undo });
          notifyDone(words.undone(removed, kept));
        });
        onClose();
      },
    }),
  );

  async function choose(): Promise<void> {
    const picked = await host.pickFiles({ endings: ['xlsx', 'csv'], many: false });
    const chosen = picked?.kind === 'places' ? picked.places[0] : undefined;
    if (chosen === undefined) return;
    setEncoding(null);
    run.reset();
    setPlace({ token: chosen.token, name: chosen.name });
  }
  async function saveTemplate(): Promise<void> {
    const { address, name } = await api.tables.template.call({ kind, language });
    await host.save(address, name);
  }

  const found = place === null ? undefined : preview.data;
  const isReady = found !== undefined && found.counts.NEW > 0;
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      size="lg"
      title={words.titles[kind]}
      verb={words.verb(counted(found?.counts.NEW ?? 0))}
      busy={run.isPending}
      onConfirm={isReady ? () => run.mutate({ ...source, digest: found.digest }) : undefined}
    >
      <LevelSelect
        withTerm={false}
        value={{ level, term: null }}
        onChange={({ level: next }) => setLevel(next)}
      />
      <p>{words.lead}</p>
      <div className={classes.choice}>
        <Button variant="default" data-autofocus onClick={() => void choose().catch(report)}>
          {place === null ? words.choose : words.chooseAnother}
        </Button>
        {place !== null && <span>{place.name}</span>}
        <span className={classes.gap} />
        <Button variant="subtle" onClick={() => void saveTemplate().catch(report)}>
          {words.template}
        </Button>
      </div>
      {found?.encoding != null && (
        <Select
          label={words.encoding}
          w={200}
          data={[...TEXT_ENCODINGS]}
          value={encoding ?? found.encoding}
          allowDeselect={false}
          onChange={(next) => setEncoding(TEXT_ENCODINGS.find((each) => each === next) ?? null)}
        />
      )}
      {place !== null && preview.isFetching && <p role="status">{words.reading}</p>}
      {found !== undefined && !preview.isFetching && <TablePreviewRows preview={found} />}
      <ErrorProblems error={preview.error ?? run.error} />
    </ConfirmSheet>
  );
}
