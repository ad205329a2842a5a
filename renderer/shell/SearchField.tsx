import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useRef } from 'react';
import { KeyHint } from '../components/KeyHint/KeyHint.tsx';
import { isPlainEnter } from '../keyboard.ts';
import { useT } from '../translations.ts';
import { keepView } from '../views.ts';
import classes from './SearchField.module.css';
import { SEARCH_FIELD_ID, SHORTCUTS } from './shortcuts.ts';

/** Search from anywhere: Enter opens the search page with these words. */
export function SearchField() {
  const t = useT();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);

  function onKey(event: KeyboardEvent): void {
    if (!isPlainEnter(event)) return;
    const text = field.current?.value.trim() ?? '';
    if (text === '') return;
    void navigate({ to: '/search/$viewId', params: { viewId: keepView({ text }) } });
    if (field.current !== null) field.current.value = '';
  }

  return (
    <search className={classes.field}>
      <IconSearch size={16} stroke={1.5} className={classes.icon} aria-hidden="true" />
      <input
        ref={field}
        id={SEARCH_FIELD_ID}
        className={classes.input}
        type="text"
        placeholder={t.shell.searchField}
        aria-label={t.shell.searchField}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        onKeyDown={onKey}
      />
      <span className={classes.hint}>
        <KeyHint keys={SHORTCUTS.search} />
      </span>
    </search>
  );
}
