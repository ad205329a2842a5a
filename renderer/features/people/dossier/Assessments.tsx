import { NumberInput, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ASSESSMENT_GRADES, ASSESSMENT_KINDS, type AssessmentRow } from '#shared/people/dossier.ts';
import { useT } from '../../../translations.ts';
import classes from './Dossier.module.css';
import { type OpenedRow, RowSheet } from './RowSheet.tsx';
import { OpenRow, RowsSection } from './RowsSection.tsx';

const NEW: AssessmentRow = {
  kind: 'ANNUAL',
  period: '',
  criteria: '',
  score: null,
  grade: 'QUALIFIED',
  assessor: '',
  opinion: '',
};

/** 人员考核 by year or project. */
export function Assessments({
  rows,
  onSave,
}: {
  rows: readonly AssessmentRow[];
  onSave: (rows: AssessmentRow[]) => Promise<void>;
}) {
  const t = useT();
  const words = t.people.dossier;
  const { fields } = words;
  const [opened, setOpened] = useState<OpenedRow<AssessmentRow> | null>(null);
  return (
    <>
      <RowsSection
        title={words.assessments}
        add={words.add.assessments}
        empty={words.empty.assessments}
        count={rows.length}
        columns={[fields.period, fields.kind, fields.score, fields.grade, fields.assessor, fields.opinion]}
        onAdd={() => setOpened({ index: null, row: NEW })}
      >
        {rows.map((row, index) => (
          <tr key={row.id}>
            <td>
              <OpenRow label={row.period} onOpen={() => setOpened({ index, row })} />
            </td>
            <td className={classes.span}>{words.kinds[row.kind]}</td>
            <td>{row.score}</td>
            <td className={classes.span}>{words.grades[row.grade]}</td>
            <td className={classes.span}>{row.assessor}</td>
            <td>{row.opinion}</td>
          </tr>
        ))}
      </RowsSection>
      {opened !== null && (
        <AssessmentSheet
          rows={rows}
          opened={opened}
          onChange={(row) => setOpened({ ...opened, row })}
          onSave={onSave}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}

function AssessmentSheet({
  rows,
  opened,
  onChange,
  onSave,
  onClose,
}: {
  rows: readonly AssessmentRow[];
  opened: OpenedRow<AssessmentRow>;
  onChange: (row: AssessmentRow) => void;
  onSave: (rows: AssessmentRow[]) => Promise<void>;
  onClose: () => void;
}) {
  const t = useT();
  const words = t.people.dossier;
  const { row } = opened;
  return (
    <RowSheet
      title={opened.index === null ? words.add.assessments : words.edit.assessments}
      rows={rows}
      opened={opened}
      isFilled={row.period.trim() !== ''}
      list="assessments"
      onSave={onSave}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <SegmentedControl
            aria-label={words.fields.kind}
            data={ASSESSMENT_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
            value={row.kind}
            onChange={(kind) =>
              onChange({ ...row, kind: ASSESSMENT_KINDS.find((each) => each === kind) ?? row.kind })
            }
          />
          <TextInput
            label={words.fields.period}
            description={words.fields.periodHelp}
            value={row.period}
            maxLength={60}
            error={errorOf('period')}
            data-autofocus
            onChange={(event) => onChange({ ...row, period: event.currentTarget.value })}
          />
          <div className={classes.pair}>
            <NumberInput
              label={words.fields.score}
              value={row.score ?? ''}
              min={0}
              max={100}
              decimalScale={2}
              hideControls
              error={errorOf('score')}
              onChange={(score) => onChange({ ...row, score: typeof score === 'number' ? score : null })}
            />
            <Select
              label={words.fields.grade}
              data={ASSESSMENT_GRADES.map((grade) => ({ value: grade, label: words.grades[grade] }))}
              value={row.grade}
              allowDeselect={false}
              onChange={(grade) =>
                onChange({ ...row, grade: ASSESSMENT_GRADES.find((each) => each === grade) ?? row.grade })
              }
            />
          </div>
          <TextInput
            label={words.fields.criteria}
            value={row.criteria}
            maxLength={500}
            error={errorOf('criteria')}
            onChange={(event) => onChange({ ...row, criteria: event.currentTarget.value })}
          />
          <TextInput
            label={words.fields.assessor}
            value={row.assessor}
            maxLength={60}
            error={errorOf('assessor')}
            onChange={(event) => onChange({ ...row, assessor: event.currentTarget.value })}
          />
          <Textarea
            label={words.fields.opinion}
            value={row.opinion}
            maxLength={2000}
            autosize
            minRows={2}
            maxRows={8}
            error={errorOf('opinion')}
            onChange={(event) => onChange({ ...row, opinion: event.currentTarget.value })}
          />
        </>
      )}
    </RowSheet>
  );
}
