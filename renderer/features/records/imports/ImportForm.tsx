import { Button, Checkbox, Radio, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { tierOf } from '#shared/confidentiality/levels.ts';
import { EMPTY_RECORD_FIELDS, type RecordFields } from '#shared/records/recordFields.ts';
import { ruleText } from '#shared/translations/problemText.ts';
import { client } from '../../../api.ts';
import { LevelMark } from '../../../components/LevelMark/LevelMark.tsx';
import { LevelSelect } from '../../../components/LevelSelect/LevelSelect.tsx';
import { NumberedPart } from '../../../components/NumberedPart/NumberedPart.tsx';
import { PeopleSelect } from '../../../components/PeopleSelect/PeopleSelect.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { ProjectSelect } from '../../../components/ProjectSelect/ProjectSelect.tsx';
import { fieldError, useProblems } from '../../../components/problems.ts';
import { counted, fileSize } from '../../../formats.ts';
import type { PickedFiles } from '../../../host/host.ts';
import { withLevel } from '../../../levelTerms.ts';
import { notifyDone } from '../../../notices.ts';
import { useT } from '../../../translations.ts';
import { RecordFieldInput } from '../fields/RecordFieldInput.tsx';
import type { FieldName } from '../fields/recordField.ts';
import classes from './ImportForm.module.css';
import { filledFields, guessShape, guessTitle, type ImportAnswers, planOf } from './plan.ts';
import { sendFiles } from './uploads.ts';
import type { ImportInto } from './useImportDialog.tsx';

const SHAPES = ['EACH', 'ONE', 'GROUP'] as const;
const SHARED_FIELDS = [
  'category',
  'retention',
  'docDate',
  'responsible',
  'place',
  'keywords',
] as const satisfies readonly FieldName[];

/** The questions of an import. Pressing Start begins it; the bytes then follow in the background. */
export function ImportForm({
  files,
  into,
  onClose,
}: {
  files: PickedFiles;
  into: ImportInto | null;
  onClose: () => void;
}) {
  const t = useT();
  const words = t.imports;
  const navigate = useNavigate();
  const report = useProblems();
  const [answers, setAnswers] = useState<ImportAnswers>(() => ({
    level: into === null ? withLevel('INTERNAL') : { level: into.level, term: into.term },
    basis: '',
    personalInfo: false,
    shape: guessShape(files),
    title: guessTitle(files),
    fields: {},
    projectId: null,
    peopleIds: [],
    takeDuplicates: false,
  }));
  const answer = (change: Partial<ImportAnswers>) => setAnswers({ ...answers, ...change });
  const setField = (field: FieldName, value: unknown) =>
    answer({ fields: { ...answers.fields, [field]: value } });
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const begin = useMutation({
    async mutationFn() {
      const plan = planOf({ ...answers, fields: filledFields(answers.fields) }, into?.id ?? null);
      const places = files.kind === 'places' ? files.places.map(({ token }) => token) : [];
      return client.imports.begin({ plan, places });
    },
    onSuccess({ id }) {
      if (files.kind === 'uploads') sendFiles(id, files.entries).catch(report);
      notifyDone(words.started);
      onClose();
      if (into === null && sizeOf(files).count > MANY)
        void navigate({ to: '/imports/$importId', params: { importId: id } });
    },
    onError: () => toFirstProblem(form.current),
  });
  const isSecret = tierOf(answers.level.level) !== 'register';
  const problems = {
    basis: into === null && isSecret && answers.basis.trim() === '' ? words.basisRequired : undefined,
    title:
      into === null && answers.shape !== 'EACH' && answers.title.trim() === ''
        ? ruleText(t, { rule: 'REQUIRED' })
        : undefined,
    term:
      into === null && answers.level.level !== 'PUBLIC' && answers.level.term === null
        ? ruleText(t, { rule: 'TERM_REQUIRED' })
        : undefined,
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(problems).every((problem) => problem === undefined)) begin.mutate();
    else toFirstProblem(form.current);
  };
  return (
    <form ref={form} className={classes.form} onSubmit={submit} tabIndex={-1} data-autofocus>
      <p className={classes.summary}>{summary(t, files)}</p>
      <ErrorProblems error={begin.error} atFields={into === null ? atFields(answers) : []} />
      {into === null ? (
        <NumberedPart number={1} name={words.steps.level} help={words.levelHelp}>
          <LevelSelect
            value={answers.level}
            onChange={(level) => answer({ level })}
            termError={tried ? (problems.term ?? fieldError(t, begin.error, 'term')) : undefined}
          />
          {answers.level.level !== 'PUBLIC' && (
            <TextInput
              mt="sm"
              label={isSecret ? words.basis : `${words.basis}${t.formats.aside(t.actions.optional)}`}
              description={words.basisHelp}
              maxLength={500}
              value={answers.basis}
              error={tried ? (problems.basis ?? fieldError(t, begin.error, 'basis')) : undefined}
              onChange={(event) => answer({ basis: event.currentTarget.value })}
            />
          )}
          <Checkbox
            mt="sm"
            label={words.personalInfo}
            description={words.personalInfoHelp}
            checked={answers.personalInfo}
            onChange={(event) => answer({ personalInfo: event.currentTarget.checked })}
          />
        </NumberedPart>
      ) : (
        <p className={classes.into}>
          <LevelMark level={into.level} /> {into.title}
        </p>
      )}
      {into === null && (
        <NumberedPart number={2} name={words.steps.shape}>
          <Radio.Group
            aria-label={words.shape}
            value={answers.shape}
            onChange={(shape) => answer({ shape: shape as ImportAnswers['shape'] })}
          >
            <div className={classes.shapes}>
              {SHAPES.map((shape) => (
                <Radio.Card key={shape} value={shape} className={classes.shape}>
                  <Radio.Indicator />
                  <div>
                    <p className={classes.shapeName}>{words.shapes[shape]}</p>
                    <p className={classes.shapeHelp}>{words.shapeHelp[shape]}</p>
                  </div>
                </Radio.Card>
              ))}
            </div>
          </Radio.Group>
          {answers.shape !== 'EACH' && (
            <TextInput
              mt="sm"
              label={answers.shape === 'ONE' ? words.recordTitle : words.groupTitle}
              maxLength={500}
              value={answers.title}
              error={tried ? (problems.title ?? fieldError(t, begin.error, 'title')) : undefined}
              onChange={(event) => answer({ title: event.currentTarget.value })}
            />
          )}
        </NumberedPart>
      )}
      {into === null && (
        <NumberedPart
          number={3}
          name={`${words.steps.fields}${t.formats.aside(t.actions.optional)}`}
          help={words.fieldsHelp}
        >
          <div className={classes.fields}>
            {SHARED_FIELDS.map((field) => (
              <RecordFieldInput
                key={field}
                field={field}
                value={answers.fields[field] ?? EMPTY_RECORD_FIELDS[field]}
                category={(answers.fields.category ?? '') as RecordFields['category']}
                error={fieldError(t, begin.error, field)}
                onChange={(value) => setField(field, value)}
              />
            ))}
            <ProjectSelect
              level={answers.level.level}
              value={answers.projectId}
              onChange={(projectId) => answer({ projectId })}
              error={fieldError(t, begin.error, 'projectId')}
            />
            <PeopleSelect
              level={answers.level.level}
              value={answers.peopleIds}
              onChange={(peopleIds) => answer({ peopleIds })}
              error={fieldError(t, begin.error, 'peopleIds')}
            />
          </div>
        </NumberedPart>
      )}
      <Checkbox
        label={words.takeDuplicates}
        description={words.takeDuplicatesHelp}
        checked={answers.takeDuplicates}
        onChange={(event) => answer({ takeDuplicates: event.currentTarget.checked })}
      />
      <div className={classes.foot}>
        <p className={classes.warning}>{t.levels.noStateSecrets}</p>
        <Button variant="default" onClick={onClose} disabled={begin.isPending}>
          {t.actions.cancel}
        </Button>
        <Button type="submit" loading={begin.isPending}>
          {words.start}
        </Button>
      </div>
    </form>
  );
}

/** The fields that are shown for these answers, and so say themselves what is wrong with them. */
function atFields({ level, shape }: ImportAnswers): string[] {
  const asked = [...SHARED_FIELDS, 'projectId', 'peopleIds'];
  return [
    ...asked,
    ...(level.level === 'PUBLIC' ? [] : ['term', 'basis']),
    ...(shape === 'EACH' ? [] : ['title']),
  ];
}

/** Above this many files the list of results is shown at once; below, the archive shows them soon enough. */
const MANY = 200;

/** Once the field says what is wrong with it. */
function toFirstProblem(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}

function sizeOf(files: PickedFiles): { count: number; bytes: number } {
  if (files.kind === 'places') return { count: files.places.length, bytes: 0 };
  return { count: files.entries.length, bytes: files.entries.reduce((sum, { file }) => sum + file.size, 0) };
}

function summary(t: ReturnType<typeof useT>, files: PickedFiles): string {
  if (files.kind === 'uploads') {
    const { count, bytes } = sizeOf(files);
    return t.imports.total(counted(count), fileSize(bytes));
  }
  const folders = files.places.filter(({ kind }) => kind === 'folder').length;
  return t.imports.folderSources(folders, files.places.length - folders);
}
