// biome-ignore-all lint/a11y/useSemanticElements: a group of options is no fieldset
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import type { ItemKind } from '#shared/items.ts';
import { EmptyPage } from '../../components/EmptyPage/EmptyPage.tsx';
import { PageHeader } from '../../components/PageHeader/PageHeader.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { useProtectedScreen } from '../../components/protectScreen.ts';
import { isComposing } from '../../keyboard.ts';
import { useT } from '../../translations.ts';
import { keepView, viewOf } from '../../views.ts';
import { Hit } from './Hit.tsx';
import { countText, Further, Kinds, MOST_HITS } from './Kinds.tsx';
import classes from './SearchPage.module.css';
import { useFound } from './useFound.ts';
import { useOpenHit } from './useOpenHit.ts';
import { useTyped } from './useTyped.ts';

/** Results of each kind before one kind is chosen; and of the chosen kind, at first. */
const OF_EACH = 8;
const OF_ONE = 50;

type SearchView = { text: string };

/** Everything found, by kind. The words stand in memory only; the address names them by an opaque id. */
export function SearchPage() {
  const navigate = useNavigate();
  const { viewId } = useParams({ strict: false });
  const view = viewOf<SearchView>(viewId);
  const isKept = view !== undefined;
  useEffect(() => {
    if (isKept) return;
    const fresh: SearchView = { text: '' };
    void navigate({ to: '/search/$viewId', params: { viewId: keepView(fresh) }, replace: true });
  }, [isKept, navigate]);
  return view === undefined ? null : <Results key={viewId} view={view} />;
}

function Results({ view }: { view: SearchView }) {
  const t = useT();
  const listId = useId();
  const openHit = useOpenHit();
  const { settled, field } = useTyped(view.text);
  const [kind, setKind] = useState<ItemKind | null>(null);
  const [limit, setLimit] = useState(OF_ONE);
  const [chosen, setChosen] = useState(0);
  const all = useFound(settled, OF_EACH);
  const one = useFound(kind === null ? '' : settled, limit, kind ?? 'record');
  const groups = kind === null ? all.groups : one.groups;
  const hits = (groups ?? []).flatMap((group) => group.hits);
  useProtectedScreen(hits.map(({ level }) => level));
  // Going back from a result finds the words again.
  useEffect(() => {
    view.text = settled;
  }, [view, settled]);
  const narrow = (next: ItemKind | null) => {
    setKind(next);
    setLimit(OF_ONE);
    setChosen(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const hit = hits[chosen];
    const deed: Record<string, () => void> = {
      ArrowDown: () => setChosen(Math.min(hits.length - 1, chosen + 1)),
      ArrowUp: () => setChosen(Math.max(0, chosen - 1)),
      Enter: () => hit !== undefined && openHit(hit),
    };
    if (deed[event.key] === undefined) return;
    event.preventDefault();
    deed[event.key]?.();
  };
  useEffect(() => {
    document.getElementById(`${listId}-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen, listId]);
  let index = -1;
  return (
    <div className={classes.page}>
      <PageHeader title={t.search.title} />
      <TextInput
        {...field}
        className={classes.field}
        size="md"
        role="combobox"
        aria-label={t.search.label}
        aria-expanded={hits.length > 0}
        aria-controls={listId}
        aria-activedescendant={hits.length > 0 ? `${listId}-${chosen}` : undefined}
        placeholder={t.search.placeholder}
        leftSection={<IconSearch size={18} stroke={1.5} aria-hidden />}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        onChange={(event) => {
          setChosen(0);
          field.onChange(event);
        }}
        onKeyDown={onKeyDown}
      />
      <ErrorProblems error={all.error ?? one.error} />
      {settled.trim() === '' ? (
        <div className={classes.field}>
          <EmptyPage title={t.search.start}>{t.search.hint}</EmptyPage>
        </div>
      ) : (
        <>
          <Kinds groups={all.groups ?? []} kind={kind} onKind={narrow} />
          {groups?.length === 0 && (
            <div className={classes.field}>
              <EmptyPage title={t.search.nothing(settled.trim())}>{t.search.nothingHelp}</EmptyPage>
            </div>
          )}
          <div id={listId} role="listbox" aria-label={t.search.results} className={classes.results}>
            {groups?.map((group) => (
              <div
                key={group.kind}
                role="group"
                aria-label={t.search.kinds[group.kind]}
                className={classes.group}
              >
                {kind === null && (
                  <div role="presentation" className={classes.kind}>
                    {t.search.kinds[group.kind]}
                    <span className={classes.count}>{countText(t, group)}</span>
                  </div>
                )}
                {group.hits.map((hit) => {
                  index += 1;
                  const at = index;
                  return (
                    <Hit
                      key={hit.id}
                      hit={hit}
                      id={`${listId}-${at}`}
                      selected={at === chosen}
                      onPoint={() => setChosen(at)}
                      onOpen={() => openHit(hit)}
                    />
                  );
                })}
              </div>
            ))}
          </div>
          {groups?.map((group) => (
            <Further
              key={group.kind}
              group={group}
              isOne={kind !== null}
              limit={limit}
              onKind={() => narrow(group.kind)}
              onMore={() => setLimit(Math.min(MOST_HITS, limit * 2))}
            />
          ))}
        </>
      )}
    </div>
  );
}
