import { IconPencil } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { errorSentences } from '../../../components/problems.ts';
import { isComposing } from '../../../keyboard.ts';
import { usePresenting } from '../../../session.ts';
import { useT } from '../../../translations.ts';
import classes from './ValueEdit.module.css';

/**
 * Any value edited where it stands: a click (or Enter) opens its field, leaving it or Enter saves, Esc gives up. What the
 * rules refuse stays in the field with the reason.
 */
export function ValueEdit<Value>({
  label,
  value,
  shown,
  onSave,
  input,
}: {
  label: string;
  value: Value;
  /** How it reads while nobody edits it; '' for nothing. */
  shown: ReactNode;
  /** `seen` is the value the person began with. */
  onSave: (value: Value, seen: Value) => Promise<void>;
  input: (field: {
    value: Value;
    error: string | undefined;
    onChange: (value: Value) => void;
    /** The field was left, or Enter was pressed. */
    onDone: () => void;
  }) => ReactNode;
}) {
  const t = useT();
  const [draft, setDraft] = useState<{ value: Value; seen: Value } | null>(null);
  /** What was entered last: a field may tell its value and that it is done in one and the same event. */
  const entered = useRef(value);
  const [error, setError] = useState<string>();
  const reading = (
    <span className={classes.value} data-empty={shown === '' || undefined}>
      {shown === '' ? t.actions.notFilled : shown}
    </span>
  );
  if (usePresenting()) return reading;
  if (draft === null) {
    return (
      <button
        type="button"
        className={classes.closed}
        onClick={() => {
          entered.current = value;
          setDraft({ value, seen: value });
        }}
      >
        <span className={classes.unseen}>{`${t.actions.edit}${t.formats.colon}${label} `}</span>
        {reading}
        <IconPencil size={14} stroke={1.5} className={classes.pencil} aria-hidden />
      </button>
    );
  }
  const close = () => {
    setDraft(null);
    setError(undefined);
  };
  const save = async (next: Value) => {
    if (JSON.stringify(next) === JSON.stringify(draft.seen)) return close();
    try {
      await onSave(next, draft.seen);
      close();
    } catch (refusal) {
      setError(errorSentences(t, refusal).join(' '));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isComposing(event)) return;
    event.stopPropagation();
    close();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc of the field inside
    <div className={classes.open} onKeyDown={onKeyDown}>
      {input({
        value: draft.value,
        error,
        onChange: (next) => {
          entered.current = next;
          setDraft({ ...draft, value: next });
        },
        onDone: () => queueMicrotask(() => void save(entered.current)),
      })}
    </div>
  );
}
