import { TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { IconButton } from '../../../components/IconButton/IconButton.tsx';
import { KeyHint } from '../../../components/KeyHint/KeyHint.tsx';
import { ariaShortcut } from '../../../keyboard.ts';
import { useT } from '../../../translations.ts';
import classes from './BrowseToolbar.module.css';

/** Leads to the search field of the list; "/" leads to the search over everything. */
export const FIND = 'Mod+F';
/** The list follows the typing after this pause. */
const PAUSE_MS = 150;

/** Searches as a person types; never while an input method composes. */
export function SearchText({
  text,
  field,
  onText,
  onList,
}: {
  text: string;
  field: RefObject<HTMLInputElement | null>;
  onText: (text: string) => void;
  onList: () => void;
}) {
  const t = useT();
  const [typed, setTyped] = useState(text);
  const [told, setTold] = useState(text);
  const [timer, setTimer] = useState<ReturnType<typeof setTimeout>>();
  // Another view was gone back to, or the filters were cleared: the field follows.
  if (text !== told) {
    setTold(text);
    setTyped(text);
  }
  const tell = (next: string) => {
    setTold(next.trim());
    onText(next);
  };
  const later = (next: string) => {
    setTyped(next);
    clearTimeout(timer);
    setTimer(setTimeout(() => tell(next), PAUSE_MS));
  };
  const now = (next: string) => {
    clearTimeout(timer);
    setTyped(next);
    tell(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && typed !== '') now('');
    else if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'Escape') {
      if (event.key === 'Enter') now(typed);
      onList();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <TextInput
      ref={field}
      className={classes.search}
      size="sm"
      aria-label={t.records.list.search}
      aria-keyshortcuts={ariaShortcut(FIND)}
      rightSectionWidth={typed === '' ? 64 : 36}
      placeholder={t.records.list.search}
      leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />}
      rightSection={
        typed === '' ? (
          <KeyHint keys={FIND} />
        ) : (
          <IconButton label={t.actions.clear} onClick={() => now('')}>
            <IconX size={18} stroke={1.5} />
          </IconButton>
        )
      }
      value={typed}
      onChange={(event) => {
        const { value } = event.currentTarget;
        if (isComposing(event.nativeEvent)) setTyped(value);
        else later(value);
      }}
      onCompositionEnd={(event) => later(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}

function isComposing(event: Event): boolean {
  return event instanceof InputEvent && event.isComposing;
}
