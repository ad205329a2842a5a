import type { ReactNode } from 'react';
import type { RecordDetail } from '#shared/records/contract.ts';
import { DateText } from '../../../components/DateText/DateText.tsx';
import { Fact } from '../../../components/FactsColumn/FactsColumn.tsx';
import { isPlainEnter } from '../../../keyboard.ts';
import { useT } from '../../../translations.ts';
import { RecordFieldInput } from '../fields/RecordFieldInput.tsx';
import { type FieldName, type FieldValue, kindOf, shownValue } from '../fields/recordField.ts';
import classes from './RecordFacts.module.css';
import type { RecordEdit } from './useRecordEdit.ts';
import { ValueEdit } from './ValueEdit.tsx';

/** One field of the record with its name. A choice is saved as it is made, everything else when the field is left. */
export function EditableFact({
  field,
  record,
  edit,
}: {
  field: FieldName;
  record: RecordDetail;
  edit: RecordEdit;
}) {
  const t = useT();
  const value: FieldValue = record.fields[field];
  return (
    <Fact name={t.records.fields[field]}>
      <ValueEdit<FieldValue>
        label={t.records.fields[field]}
        value={value}
        shown={shownFact(t, field, value)}
        onSave={(next, seen) => edit.edit({ [field]: next }, { [field]: seen })}
        input={({ value: draft, error, onChange, onDone }) => (
          <RecordFieldInput
            bare
            autoFocus
            field={field}
            value={draft}
            category={record.fields.category}
            error={error}
            onChange={(next) => {
              onChange(next);
              if (kindOf(field) === 'choice') onDone();
            }}
            onBlur={onDone}
            onKeyDown={(event) => {
              if (isPlainEnter(event) && kindOf(field) !== 'words' && kindOf(field) !== 'choice') onDone();
            }}
          />
        )}
      />
    </Fact>
  );
}

function shownFact(t: ReturnType<typeof useT>, field: FieldName, value: FieldValue): ReactNode {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return '';
  if (field === 'docDate') return <DateText date={String(value)} />;
  if (Array.isArray(value)) {
    return (
      <span className={classes.words}>
        {value.map((word) => (
          <span key={word} className={classes.word}>
            {word}
          </span>
        ))}
      </span>
    );
  }
  return shownValue(t, field, value);
}
