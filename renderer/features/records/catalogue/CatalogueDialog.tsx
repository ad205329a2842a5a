import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { tierOf } from '#shared/confidentiality/levels.ts';
import { TEXT_ENCODINGS, type TextEncoding } from '#shared/sheets/encoding.ts';
import { api } from '../../../api.ts';
import { ConfirmSheet } from '../../../components/ConfirmSheet/ConfirmSheet.tsx';
import { LevelSelect } from '../../../components/LevelSelect/LevelSelect.tsx';
import { NumberedPart } from '../../../components/NumberedPart/NumberedPart.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { useProblems } from '../../../components/problems.ts';
import { counted } from '../../../formats.ts';
import { host, type PickedFiles } from '../../../host/host.ts';
import { type LevelAndTerm, withLevel } from '../../../levelTerms.ts';
import { notifyDone } from '../../../notices.ts';
import { useTranslation } from '../../../translations.ts';
import { ImportTarget } from '../imports/ImportTarget.tsx';
import { sendFiles } from '../imports/uploads.ts';
import classes from './CatalogueDialog.module.css';
import { CatalogueRows } from './CatalogueRows.tsx';
import { CatalogueStrays } from './CatalogueStrays.tsx';

/** Level, list, files; then every row as it would come in; then the deed. The import itself goes on in the background. */
export function CatalogueDialog({ onClose }: { onClose: () => void }) {
  const { t, language } = useTranslation();
  const words = t.catalogues;
  const navigate = useNavigate();
  const report = useProblems();
  const [level, setLevel] = useState<LevelAndTerm>(() => withLevel('INTERNAL'));
  const [basis, setBasis] = useState('');
  const [table, setTable] = useState<{ token: string; name: string } | null>(null);
  const [encoding, setEncoding] = useState<TextEncoding | null>(null);
  const [files, setFiles] = useState<PickedFiles | null>(null);
  const [bare, setBare] = useState(true);
  const [personalInfo, setPersonalInfo] = useState(false);
  const [takeDuplicates, setTakeDuplicates] = useState(false);
  const source = {
    place: table?.token ?? '',
    encoding,
    level: level.level,
    files:
      files?.kind === 'uploads'
        ? { from: 'UPLOADS' as const, paths: files.entries.map(({ path }) => path) }
        : { from: 'PLACES' as const, places: (files?.places ?? []).map(({ token }) => token) },
  };
  const preview = useQuery({
    ...api.catalogues.preview.queryOptions({ input: source }),
    enabled: table !== null,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const begin = useMutation(
    api.catalogues.begin.mutationOptions({
      onSuccess({ id }) {
        if (files?.kind === 'uploads') sendFiles(id, files.entries).catch(report);
        notifyDone(words.started);
        onClose();
        void navigate({ to: '/imports/$importId', params: { importId: id } });
      },
    }),
  );

  async function chooseTable(): Promise<void> {
    const picked = await host.pickFiles({ endings: ['xlsx', 'csv'], many: false });
    const chosen = picked?.kind === 'places' ? picked.places[0] : undefined;
    if (chosen === undefined) return;
    setEncoding(null);
    begin.reset();
    setTable({ token: chosen.token, name: chosen.name });
  }
  async function chooseFolder(): Promise<void> {
    const folder = await host.pickFolder('import');
    if (folder !== null) setFiles({ kind: 'places', places: [folder] });
  }
  async function take(picked: Promise<PickedFiles | null>): Promise<void> {
    const found = await picked;
    if (found !== null) setFiles(found);
  }
  async function saveTemplate(): Promise<void> {
    const { address, name } = await api.catalogues.template.call({ language });
    await host.save(address, name);
  }

  const found = table === null ? undefined : preview.data;
  const count = found === undefined ? 0 : found.counts.NEW + (bare ? found.counts.BARE : 0);
  const isSecret = tierOf(level.level) !== 'register';
  const lacksBasis = isSecret && basis.trim() === '';
  const isReady = found !== undefined && count > 0 && !lacksBasis && !preview.isFetching;
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      size="lg"
      title={words.title}
      verb={words.verb(counted(count))}
      busy={begin.isPending}
      onConfirm={
        isReady
          ? () =>
              begin.mutate({
                ...source,
                digest: found.digest,
                bare,
                plan: { term: level.term, basis: basis.trim(), personalInfo, takeDuplicates },
              })
          : undefined
      }
    >
      <ImportTarget label={words.steps.files} onPicked={(picked) => void take(picked).catch(report)}>
        <div className={classes.parts}>
          <p className={classes.lead}>{words.lead}</p>
          <NumberedPart number={1} name={words.steps.level} help={words.levelHelp}>
            <LevelSelect value={level} onChange={setLevel} />
            {isSecret && (
              <TextInput
                mt="sm"
                label={t.imports.basis}
                description={t.imports.basisHelp}
                maxLength={500}
                value={basis}
                error={found !== undefined && lacksBasis ? t.imports.basisRequired : undefined}
                onChange={(event) => setBasis(event.currentTarget.value)}
              />
            )}
            <Checkbox
              mt="sm"
              label={t.imports.personalInfo}
              description={t.imports.personalInfoHelp}
              checked={personalInfo}
              onChange={(event) => setPersonalInfo(event.currentTarget.checked)}
            />
          </NumberedPart>
          <NumberedPart number={2} name={words.steps.table}>
            <div className={classes.choice}>
              <Button variant="default" onClick={() => void chooseTable().catch(report)}>
                {table === null ? words.table : words.otherTable}
              </Button>
              {table !== null && <span>{table.name}</span>}
              <span className={classes.gap} />
              <Button variant="subtle" onClick={() => void saveTemplate().catch(report)}>
                {words.template}
              </Button>
            </div>
            {found?.encoding != null && (
              <Select
                mt="xs"
                label={t.tables.encoding}
                w={200}
                data={[...TEXT_ENCODINGS]}
                value={encoding ?? found.encoding}
                allowDeselect={false}
                onChange={(next) => setEncoding(TEXT_ENCODINGS.find((each) => each === next) ?? null)}
              />
            )}
          </NumberedPart>
          <NumberedPart number={3} name={words.steps.files} help={words.drop}>
            <div className={classes.choice}>
              <Button variant="default" onClick={() => void chooseFolder().catch(report)}>
                {words.folder}
              </Button>
              <Button
                variant="default"
                onClick={() => void take(host.pickFiles({ endings: [], many: true })).catch(report)}
              >
                {words.pickFiles}
              </Button>
              <span className={classes.quiet}>{filesText(files)}</span>
            </div>
            <Checkbox
              mt="sm"
              label={t.imports.takeDuplicates}
              description={t.imports.takeDuplicatesHelp}
              checked={takeDuplicates}
              onChange={(event) => setTakeDuplicates(event.currentTarget.checked)}
            />
          </NumberedPart>
          {table !== null && preview.isFetching && <p role="status">{words.reading}</p>}
          {found !== undefined && !preview.isFetching && (
            <NumberedPart number={4} name={words.steps.check}>
              <CatalogueRows preview={found} />
              <CatalogueStrays preview={found} />
              {found.counts.BARE > 0 && (
                <Checkbox
                  mt="sm"
                  label={words.bare(counted(found.counts.BARE))}
                  checked={bare}
                  onChange={(event) => setBare(event.currentTarget.checked)}
                />
              )}
            </NumberedPart>
          )}
          <ErrorProblems error={preview.error ?? begin.error} />
        </div>
      </ImportTarget>
    </ConfirmSheet>
  );

  function filesText(picked: PickedFiles | null): string {
    if (picked === null) return words.noFiles;
    if (picked.kind === 'uploads') return words.uploads(counted(picked.entries.length));
    return picked.places.map(({ name }) => name).join(t.formats.list);
  }
}
