import { Select } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { usePresenting } from '../../session.ts';
import { useT } from '../../translations.ts';
import { IconButton } from '../IconButton/IconButton.tsx';
import { useProblems } from '../problems.ts';
import classes from './InlineChoice.module.css';

/** One of several, chosen where it stands; `shown` may be a link, the pencil beside it opens the choice. */
export function InlineChoice<Value extends string>({
  label,
  value,
  choices,
  shown,
  clearable = false,
  onSave,
}: {
  label: string;
  value: Value | null;
  choices: readonly { value: Value; label: string }[];
  shown: ReactNode;
  clearable?: boolean;
  onSave: (value: Value | null) => Promise<void>;
}) {
  const t = useT();
  const report = useProblems();
  const [isOpen, setIsOpen] = useState(false);
  if (usePresenting()) return <span className={classes.value}>{shown}</span>;
  if (!isOpen) {
    return (
      <span className={classes.closed}>
        <span className={classes.value}>{shown}</span>
        <IconButton
          label={`${t.actions.edit}${t.formats.colon}${label}`}
          size={22}
          className={classes.pencil}
          onClick={() => setIsOpen(true)}
        >
          <IconPencil size={14} stroke={1.5} />
        </IconButton>
      </span>
    );
  }
  function take(next: string | null): void {
    setIsOpen(false);
    const chosen = choices.find((choice) => choice.value === next)?.value ?? null;
    if (chosen !== value && (chosen !== null || clearable)) void onSave(chosen).catch(report);
  }
  return (
    <Select
      aria-label={label}
      size="xs"
      data={[...choices]}
      value={value}
      onChange={take}
      // Choosing what is chosen already leaves it so, and is done all the same.
      allowDeselect={false}
      onOptionSubmit={(next) => next === value && setIsOpen(false)}
      onBlur={() => setIsOpen(false)}
      onKeyDown={(event) => event.key === 'Escape' && setIsOpen(false)}
      searchable={choices.length > 8}
      selectFirstOptionOnChange
      clearable={clearable}
      clearButtonProps={{ 'aria-label': t.actions.clear }}
      autoFocus
      // What is typed takes the place of the present choice.
      onFocus={({ currentTarget }) => currentTarget.select()}
      defaultDropdownOpened
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
    />
  );
}
