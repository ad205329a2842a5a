import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { EducationRow } from '#shared/people/dossier.ts';
import { DEGREES, EDUCATIONS } from '#shared/people/qualificationCodes.ts';
import { useT } from '../../../translations.ts';
import classes from './Dossier.module.css';
import { MonthSpan, spanText } from './MonthSpan.tsx';
import { type OpenedRow, RowSheet } from './RowSheet.tsx';
import { OpenRow, RowsSection } from './RowsSection.tsx';

const NEW: EducationRow = {
  fromMonth: null,
  toMonth: null,
  school: '',
  major: '',
  education: '',
  degree: '',
  certificate: '',
};

/** 学历与学位, in the order they were written. */
export function EducationRows({
  rows,
  onSave,
}: {
  rows: readonly EducationRow[];
  onSave: (rows: EducationRow[]) => Promise<void>;
}) {
  const t = useT();
  const words = t.people.dossier;
  const [opened, setOpened] = useState<OpenedRow<EducationRow> | null>(null);
  const { fields } = words;
  return (
    <>
      <RowsSection
        title={words.education}
        add={words.add.education}
        empty={words.empty.education}
        count={rows.length}
        columns={[fields.span, fields.school, fields.major, fields.education, fields.degree]}
        onAdd={() => setOpened({ index: null, row: NEW })}
      >
        {rows.map((row, index) => (
          <tr key={row.id}>
            <td className={classes.span}>{spanText(t, row)}</td>
            <td>
              <OpenRow label={row.school} onOpen={() => setOpened({ index, row })} />
            </td>
            <td>{row.major}</td>
            <td>{row.education !== '' && t.people.educations[row.education]}</td>
            <td>{row.degree !== '' && t.people.degrees[row.degree]}</td>
          </tr>
        ))}
      </RowsSection>
      {opened !== null && (
        <EducationSheet
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

function EducationSheet({
  rows,
  opened,
  onChange,
  onSave,
  onClose,
}: {
  rows: readonly EducationRow[];
  opened: OpenedRow<EducationRow>;
  onChange: (row: EducationRow) => void;
  onSave: (rows: EducationRow[]) => Promise<void>;
  onClose: () => void;
}) {
  const t = useT();
  const words = t.people.dossier;
  const { row } = opened;
  return (
    <RowSheet
      title={opened.index === null ? words.add.education : words.edit.education}
      rows={rows}
      opened={opened}
      isFilled={row.school.trim() !== ''}
      list="education"
      onSave={onSave}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <TextInput
            label={words.fields.school}
            value={row.school}
            maxLength={120}
            error={errorOf('school')}
            data-autofocus
            onChange={(event) => onChange({ ...row, school: event.currentTarget.value })}
          />
          <MonthSpan value={row} errorOf={errorOf} onChange={(span) => onChange({ ...row, ...span })} />
          <TextInput
            label={words.fields.major}
            value={row.major}
            maxLength={100}
            error={errorOf('major')}
            onChange={(event) => onChange({ ...row, major: event.currentTarget.value })}
          />
          <div className={classes.pair}>
            <Select
              label={words.fields.education}
              data={EDUCATIONS.map((code) => ({ value: code, label: t.people.educations[code] }))}
              value={row.education || null}
              clearable
              clearButtonProps={{ 'aria-label': t.actions.clear }}
              onChange={(code) =>
                onChange({ ...row, education: EDUCATIONS.find((each) => each === code) ?? '' })
              }
            />
            <Select
              label={words.fields.degree}
              data={DEGREES.map((code) => ({ value: code, label: t.people.degrees[code] }))}
              value={row.degree || null}
              clearable
              clearButtonProps={{ 'aria-label': t.actions.clear }}
              onChange={(code) => onChange({ ...row, degree: DEGREES.find((each) => each === code) ?? '' })}
            />
          </div>
          <TextInput
            label={words.fields.certificate}
            value={row.certificate}
            maxLength={60}
            error={errorOf('certificate')}
            onChange={(event) => onChange({ ...row, certificate: event.currentTarget.value })}
          />
        </>
      )}
    </RowSheet>
  );
}
