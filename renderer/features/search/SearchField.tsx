// biome-ignore-all lint/a11y/useSemanticElements: a group of options is no fieldset
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { KeyHint } from '../../components/KeyHint/KeyHint.tsx';
import { counted } from '../../formats.ts';
import { isComposing } from '../../keyboard.ts';
import { useT } from '../../translations.ts';
import { keepView } from '../../views.ts';
import { Hit } from './Hit.tsx';
import classes from './SearchField.module.css';
import { useFound } from './useFound.ts';
import { useOpenHit } from './useOpenHit.ts';
import { useTyped } from './useTyped.ts';

/** Results of each kind that the list under the field shows. */
const SHOWN = 5;

/**
 * Search from anywhere: results as one types, by kind; arrows and Enter open one, Enter without a choice opens the page
 * with all of them.
 *
 * @param id of the input, for the shortcut that leads to it
 * @param shortcut shown in the empty field
 */
export function SearchField({ id, shortcut }: { id: string; shortcut: string }) {
  const t = useT();
  const listId = useId();
  const navigate = useNavigate();
  const openHit = useOpenHit();
  const { typed, settled, put, field } = useTyped('');
  const [focused, setFocused] = useState(false);
  const [dismissed, setDismissed] = useState(false);
  const [chosen, setChosen] = useState<number | null>(null);
  const { groups, isFresh } = useFound(focused ? settled : '', SHOWN);
  const hits = (groups ?? []).flatMap((group) => group.hits);
  const isOpen = focused && !dismissed && settled.trim() !== '' && groups !== undefined;

  const leave = () => {
    put('');
    setChosen(null);
    document.getElementById(id)?.blur();
  };
  const openAll = () => {
    const text = typed.trim();
    if (text === '') return;
    void navigate({ to: '/search/$viewId', params: { viewId: keepView({ text }) } });
    leave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const hit = chosen === null ? undefined : hits[chosen];
    const move = (to: number) => setChosen(to < 0 ? null : Math.min(hits.length - 1, to));
    const deed: Record<string, () => void> = {
      ArrowDown: () => move(chosen === null ? 0 : chosen + 1),
      ArrowUp: () => move((chosen ?? 0) - 1),
      Enter: () => {
        if (hit === undefined) return openAll();
        openHit(hit);
        leave();
      },
      Escape: () => (isOpen ? setDismissed(true) : leave()),
    };
    if (deed[event.key] === undefined) return;
    event.preventDefault();
    deed[event.key]?.();
  };
  let index = -1;
  return (
    <search className={classes.search}>
      <IconSearch size={16} stroke={1.5} className={classes.icon} aria-hidden />
      <input
        {...field}
        id={id}
        className={classes.input}
        type="text"
        role="combobox"
        aria-label={t.search.label}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && chosen !== null ? `${listId}-${chosen}` : undefined}
        placeholder={t.search.placeholder}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        onChange={(event) => {
          setDismissed(false);
          setChosen(null);
          field.onChange(event);
        }}
        onFocus={() => {
          setFocused(true);
          setDismissed(false);
        }}
        onBlur={() => setFocused(false)}
        onKeyDown={onKeyDown}
      />
      {typed === '' && (
        <span className={classes.hint}>
          <KeyHint keys={shortcut} />
        </span>
      )}
      {isOpen && (
        <div className={classes.drop} aria-busy={!isFresh}>
          {groups.length === 0 ? (
            <p className={classes.nothing}>{t.search.nothing(settled.trim())}</p>
          ) : (
            <div id={listId} role="listbox" aria-label={t.search.results} className={classes.list}>
              {groups.map((group) => (
                <div
                  key={group.kind}
                  role="group"
                  aria-label={t.search.kinds[group.kind]}
                  className={classes.group}
                >
                  <div role="presentation" className={classes.kind}>
                    {t.search.kinds[group.kind]}
                    <span className={classes.count}>
                      {group.more ? t.search.moreThan(counted(group.count)) : counted(group.count)}
                    </span>
                  </div>
                  {group.hits.map((hit) => {
                    index += 1;
                    const at = index;
                    return (
                      <Hit
                        key={hit.id}
                        compact
                        hit={hit}
                        id={`${listId}-${at}`}
                        selected={at === chosen}
                        onPoint={() => setChosen(at)}
                        onOpen={() => {
                          openHit(hit);
                          leave();
                        }}
                      />
                    );
                  })}
                </div>
              ))}
            </div>
          )}
          <button
            type="button"
            className={classes.all}
            tabIndex={-1}
            onPointerDown={(event) => event.preventDefault()}
            onClick={openAll}
          >
            {t.search.allResults}
            <KeyHint keys="Enter" />
          </button>
        </div>
      )}
    </search>
  );
}
