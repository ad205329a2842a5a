import { Button } from '@mantine/core';
import { IconArrowUp, IconPencil, IconPlus, IconX } from '@tabler/icons-react';
import { type CSSProperties, type FormEvent, type ReactNode, useState } from 'react';
import { IconButton } from '../../components/IconButton/IconButton.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { draftOf, dropDraft, keepDraft } from '../../drafts.ts';
import { useT } from '../../translations.ts';
import classes from './RowsEditor.module.css';

export type RowForm<Row> = (row: Row, change: (changes: Partial<Row>) => void) => ReactNode;

/**
 * The rows of one part of minutes: each can be changed where it stands, put before the one above it, and taken out; a new
 * one is written below. What is being written is kept as a draft under `form`.
 */
export function RowsEditor<Row extends { id: string }>({
  label,
  rows,
  form,
  blank,
  nameOf,
  show,
  fields,
  isReady,
  onSave,
  readOnly,
  none,
  addVerb,
  columns,
}: {
  label: string;
  rows: readonly Row[];
  form: string;
  blank: Row;
  nameOf: (row: Row) => string;
  show: (row: Row, at: number) => ReactNode;
  fields: RowForm<Row>;
  isReady: (row: Row) => boolean;
  onSave: (rows: Row[]) => Promise<void>;
  readOnly: boolean;
  none: string;
  addVerb: string;
  /** Of the fields, as grid-template-columns. */
  columns: string;
}) {
  const t = useT();
  const words = t.meetings.rows;
  const [open, setOpen] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  /** One row follows the other: after one is added the next is written. */
  const [added, setAdded] = useState(false);

  async function save(next: Row[]): Promise<boolean> {
    try {
      await onSave(next);
      setError(null);
      return true;
    } catch (refusal) {
      setError(refusal);
      return false;
    }
  }

  function moveUp(at: number): void {
    const [before, row] = [rows[at - 1], rows[at]];
    if (before !== undefined && row !== undefined)
      void save([...rows.slice(0, at - 1), row, before, ...rows.slice(at + 1)]);
  }

  return (
    <div>
      {rows.length === 0 && <p className={classes.none}>{none}</p>}
      {rows.length > 0 && (
        <ol className={classes.rows} aria-label={label}>
          {rows.map((row, at) => (
            <li key={row.id} className={classes.row} data-open={open === row.id || undefined}>
              {open === row.id ? (
                <RowFields
                  start={row}
                  fields={fields}
                  columns={columns}
                  isReady={isReady}
                  verb={t.actions.save}
                  onCancel={() => setOpen(null)}
                  onDone={async (changed) => {
                    const done = await save(rows.map((each) => (each.id === row.id ? changed : each)));
                    if (done) setOpen(null);
                    return done;
                  }}
                />
              ) : (
                <>
                  <span className={classes.number}>{at + 1}</span>
                  <div className={classes.shown}>{show(row, at)}</div>
                  {!readOnly && (
                    <span className={classes.deeds}>
                      {at > 0 && (
                        <IconButton label={words.up(nameOf(row))} size={26} onClick={() => moveUp(at)}>
                          <IconArrowUp size={14} stroke={1.5} />
                        </IconButton>
                      )}
                      <IconButton label={words.edit(nameOf(row))} size={26} onClick={() => setOpen(row.id)}>
                        <IconPencil size={14} stroke={1.5} />
                      </IconButton>
                      <IconButton
                        label={words.remove(nameOf(row))}
                        size={26}
                        onClick={() => void save(rows.filter(({ id }) => id !== row.id))}
                      >
                        <IconX size={14} stroke={1.5} />
                      </IconButton>
                    </span>
                  )}
                </>
              )}
            </li>
          ))}
        </ol>
      )}
      <ErrorProblems error={error} />
      {!readOnly && open === null && (
        <div className={classes.add}>
          <RowFields
            key={rows.length}
            start={draftOf<Row>(form) ?? blank}
            fields={fields}
            columns={columns}
            isReady={isReady}
            verb={addVerb}
            focus={added}
            onChange={(row) => keepDraft(form, row)}
            onDone={async (row) => {
              dropDraft(form);
              setAdded(true);
              const done = await save([...rows, row]);
              if (!done) keepDraft(form, row);
              return done;
            }}
          />
        </div>
      )}
    </div>
  );
}

function RowFields<Row extends { id: string }>({
  start,
  fields,
  columns,
  isReady,
  verb,
  focus = true,
  onChange,
  onCancel,
  onDone,
}: {
  start: Row;
  fields: RowForm<Row>;
  columns: string;
  isReady: (row: Row) => boolean;
  verb: string;
  focus?: boolean;
  onChange?: (row: Row) => void;
  onCancel?: () => void;
  onDone: (row: Row) => Promise<boolean>;
}) {
  const t = useT();
  const [row, setRow] = useState(start);
  const [busy, setBusy] = useState(false);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy || !isReady(row)) return;
    setBusy(true);
    await onDone(row);
    setBusy(false);
  }

  function change(changes: Partial<Row>): void {
    const next = { ...row, ...changes };
    setRow(next);
    onChange?.(next);
  }

  return (
    <form
      onSubmit={submit}
      className={classes.form}
      ref={(element) => {
        if (focus && element?.dataset.seen === undefined) {
          element?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true });
        }
        if (element) element.dataset.seen = '';
      }}
    >
      <div className={classes.fields} style={{ '--columns': columns } as CSSProperties}>
        {fields(row, change)}
      </div>
      <div className={classes.foot}>
        <Button
          type="submit"
          size="xs"
          variant={onCancel === undefined ? 'light' : 'filled'}
          disabled={!isReady(row)}
          loading={busy}
          {...(onCancel === undefined
            ? { leftSection: <IconPlus size={14} stroke={1.5} aria-hidden /> }
            : {})}
        >
          {verb}
        </Button>
        {onCancel !== undefined && (
          <Button size="xs" variant="default" onClick={onCancel}>
            {t.actions.cancel}
          </Button>
        )}
      </div>
    </form>
  );
}
