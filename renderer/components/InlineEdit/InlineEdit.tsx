import { Textarea, TextInput, VisuallyHidden } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { isComposing, isPlainEnter } from '../../keyboard.ts';
import { usePresenting } from '../../session.ts';
import { useT } from '../../translations.ts';
import classes from './InlineEdit.module.css';

export type InlineEditProps = {
  label: string;
  value: string;
  /** Resolves when it is stored; rejects with the words of what is wrong, which stay at the field. */
  onSave: (value: string) => Promise<void>;
  /** The error text of what `onSave` rejected with. */
  errorText: (error: unknown) => string;
  multiline?: boolean;
  maxLength?: number;
  /** How the value reads when it is not being changed; as it is when absent. */
  shown?: ReactNode;
};

/** A single field edited where it stands: Enter or leaving saves, Esc gives up. */
export function InlineEdit(props: InlineEditProps) {
  const { label, value, shown } = props;
  const t = useT();
  const [editing, setEditing] = useState(false);
  const isRead = usePresenting();
  const reading = (
    <span className={classes.value} data-empty={value === '' || undefined}>
      {value === '' ? t.actions.notFilled : (shown ?? value)}
    </span>
  );
  if (isRead) return reading;
  if (editing) return <OpenField {...props} onDone={() => setEditing(false)} />;
  return (
    <button type="button" className={classes.closed} onClick={() => setEditing(true)}>
      <VisuallyHidden>{`${t.actions.edit}${t.formats.colon}${label} `}</VisuallyHidden>
      {reading}
      <IconPencil size={14} stroke={1.5} className={classes.pencil} aria-hidden="true" />
    </button>
  );
}

function OpenField({
  label,
  value,
  onSave,
  errorText,
  multiline = false,
  maxLength,
  onDone,
}: InlineEditProps & { onDone: () => void }) {
  const [draft, setDraft] = useState(value);
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function save(): Promise<void> {
    if (busy) return;
    if (draft === value) return onDone();
    setBusy(true);
    try {
      await onSave(draft);
      onDone();
    } catch (refusal) {
      setError(errorText(refusal));
      setBusy(false);
    }
  }

  function onKey(event: KeyboardEvent): void {
    const saves = isPlainEnter(event) && (!multiline || event.ctrlKey || event.metaKey);
    if (saves) void save();
    else if (event.key === 'Escape' && !isComposing(event)) onDone();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const shared = {
    'aria-label': label,
    value: draft,
    error,
    readOnly: busy,
    autoFocus: true,
    size: 'xs' as const,
    ...(maxLength === undefined ? {} : { maxLength }),
    onBlur: () => void save(),
    onKeyDown: onKey,
  };
  if (multiline) {
    return (
      <Textarea
        {...shared}
        autosize
        minRows={2}
        maxRows={12}
        onChange={(event) => setDraft(event.currentTarget.value)}
      />
    );
  }
  return <TextInput {...shared} onChange={(event) => setDraft(event.currentTarget.value)} />;
}
