import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { WorkRow } from '#shared/people/dossier.ts';
import { useT } from '../../../translations.ts';
import classes from './Dossier.module.css';
import { MonthSpan, spanText } from './MonthSpan.tsx';
import { type OpenedRow, RowSheet } from './RowSheet.tsx';
import { OpenRow, RowsSection } from './RowsSection.tsx';

const NEW: WorkRow = { fromMonth: null, toMonth: null, unit: '', department: '', post: '', duties: '' };

/** 工作经历, in the order they were written. */
export function WorkRows({
  rows,
  onSave,
}: {
  rows: readonly WorkRow[];
  onSave: (rows: WorkRow[]) => Promise<void>;
}) {
  const t = useT();
  const words = t.people.dossier;
  const { fields } = words;
  const [opened, setOpened] = useState<OpenedRow<WorkRow> | null>(null);
  return (
    <>
      <RowsSection
        title={words.work}
        add={words.add.work}
        empty={words.empty.work}
        count={rows.length}
        columns={[fields.span, fields.unit, fields.department, fields.post, fields.duties]}
        onAdd={() => setOpened({ index: null, row: NEW })}
      >
        {rows.map((row, index) => (
          <tr key={row.id}>
            <td className={classes.span}>{spanText(t, row)}</td>
            <td>
              <OpenRow label={row.unit} onOpen={() => setOpened({ index, row })} />
            </td>
            <td>{row.department}</td>
            <td>{row.post}</td>
            <td>{row.duties}</td>
          </tr>
        ))}
      </RowsSection>
      {opened !== null && (
        <WorkSheet
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

function WorkSheet({
  rows,
  opened,
  onChange,
  onSave,
  onClose,
}: {
  rows: readonly WorkRow[];
  opened: OpenedRow<WorkRow>;
  onChange: (row: WorkRow) => void;
  onSave: (rows: WorkRow[]) => Promise<void>;
  onClose: () => void;
}) {
  const t = useT();
  const words = t.people.dossier;
  const { row } = opened;
  return (
    <RowSheet
      title={opened.index === null ? words.add.work : words.edit.work}
      rows={rows}
      opened={opened}
      isFilled={row.unit.trim() !== ''}
      list="work"
      onSave={onSave}
      onClose={onClose}
    >
      {(errorOf) => (
        <>
          <TextInput
            label={words.fields.unit}
            value={row.unit}
            maxLength={120}
            error={errorOf('unit')}
            data-autofocus
            onChange={(event) => onChange({ ...row, unit: event.currentTarget.value })}
          />
          <MonthSpan value={row} errorOf={errorOf} onChange={(span) => onChange({ ...row, ...span })} />
          <div className={classes.pair}>
            <TextInput
              label={words.fields.department}
              value={row.department}
              maxLength={100}
              error={errorOf('department')}
              onChange={(event) => onChange({ ...row, department: event.currentTarget.value })}
            />
            <TextInput
              label={words.fields.post}
              value={row.post}
              maxLength={100}
              error={errorOf('post')}
              onChange={(event) => onChange({ ...row, post: event.currentTarget.value })}
            />
          </div>
          <Textarea
            label={words.fields.duties}
            value={row.duties}
            maxLength={2000}
            autosize
            minRows={2}
            maxRows={8}
            error={errorOf('duties')}
            onChange={(event) => onChange({ ...row, duties: event.currentTarget.value })}
          />
        </>
      )}
    </RowSheet>
  );
}
