import { Button, Checkbox, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconSearch, IconX } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ItemRef } from '#shared/items.ts';
import { api, client } from '../../../api.ts';
import { IconButton } from '../../../components/IconButton/IconButton.tsx';
import { LevelMark } from '../../../components/LevelMark/LevelMark.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { useProblems } from '../../../components/problems.ts';
import { counted } from '../../../formats.ts';
import { useT } from '../../../translations.ts';
import type { ChangeDraft, Draft } from './draft.ts';
import { StepFoot } from './StepFoot.tsx';
import { useCandidates } from './useCandidates.ts';
import classes from './WhatStep.module.css';

const MOST = 10_000;
/** Of many chosen ones the first are named. */
const NAMED = 200;

/** Step 1: what goes. Found on the left, chosen on the right. */
export function WhatStep({
  draft,
  change,
  onNext,
}: {
  draft: Draft;
  change: ChangeDraft;
  onNext: () => void;
}) {
  const t = useT();
  const words = t.bundles.what;
  const chosen = new Set(draft.ids);
  return (
    <>
      <div className={classes.columns}>
        <Found
          chosen={chosen}
          onAdd={(ids) => change({ ids: [...new Set([...draft.ids, ...ids])].slice(0, MOST) })}
        />
        <Chosen
          ids={draft.ids}
          onRemove={(id) => change({ ids: draft.ids.filter((each) => each !== id) })}
          onClear={() => change({ ids: [] })}
        />
      </div>
      <StepFoot
        onNext={draft.ids.length > 0 ? onNext : undefined}
        summary={
          <Checkbox
            label={words.withLinked}
            description={words.withLinkedHelp}
            checked={draft.withLinked}
            onChange={(event) => change({ withLinked: event.currentTarget.checked })}
          />
        }
      />
    </>
  );
}

function Found({ chosen, onAdd }: { chosen: ReadonlySet<string>; onAdd: (ids: string[]) => void }) {
  const t = useT();
  const words = t.bundles.what;
  const report = useProblems();
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), 150);
  const { items, error } = useCandidates(text);

  function addAll(): void {
    client.records
      .ids({ query: text === '' ? {} : { text } })
      .then(({ ids }) => onAdd([...ids, ...items.map(({ id }) => id)]))
      .catch(report);
  }

  return (
    <section className={classes.column} aria-label={text === '' ? words.recent : words.found}>
      <TextInput
        aria-label={words.search}
        placeholder={words.search}
        leftSection={<IconSearch size={16} stroke={1.5} aria-hidden="true" />}
        value={typed}
        maxLength={200}
        autoComplete="off"
        data-autofocus
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <header className={classes.caption}>
        <h2>{text === '' ? words.recent : words.found}</h2>
        {text !== '' && items.length > 0 && (
          <Button variant="subtle" size="compact-sm" onClick={addAll}>
            {words.addAll}
          </Button>
        )}
      </header>
      <ErrorProblems error={error} />
      {text !== '' && items.length === 0 && <p className={classes.none}>{words.nothing}</p>}
      <ul className={classes.list}>
        {items.map((item) => (
          <Row key={item.id} item={item} isChosen={chosen.has(item.id)}>
            {!chosen.has(item.id) && (
              <IconButton label={words.add(item.title)} size={28} onClick={() => onAdd([item.id])}>
                <IconPlus size={16} stroke={1.5} />
              </IconButton>
            )}
          </Row>
        ))}
      </ul>
    </section>
  );
}

function Chosen({
  ids,
  onRemove,
  onClear,
}: {
  ids: readonly string[];
  onRemove: (id: string) => void;
  onClear: () => void;
}) {
  const t = useT();
  const words = t.bundles.what;
  const named = ids.slice(0, NAMED);
  const chosen = useQuery({
    ...api.bundles.chosen.queryOptions({ input: { ids: named } }),
    enabled: named.length > 0,
    placeholderData: keepPreviousData,
  });
  const rows = named.length === 0 ? [] : (chosen.data?.filter(({ id }) => named.includes(id)) ?? []);
  return (
    <section className={classes.column} aria-label={words.chosen}>
      <header className={classes.caption} data-tall>
        <h2>{ids.length === 0 ? words.chosen : words.chosenCount(counted(ids.length))}</h2>
        {ids.length > 0 && (
          <Button variant="subtle" size="compact-sm" onClick={onClear}>
            {words.clear}
          </Button>
        )}
      </header>
      <ErrorProblems error={chosen.error} />
      {ids.length === 0 && <p className={classes.none}>{words.none}</p>}
      <ul className={classes.list}>
        {rows.map((item) => (
          <Row key={item.id} item={item}>
            <IconButton label={words.remove(item.title)} size={28} onClick={() => onRemove(item.id)}>
              <IconX size={16} stroke={1.5} />
            </IconButton>
          </Row>
        ))}
      </ul>
      {ids.length > NAMED && <p className={classes.none}>{words.moreChosen(counted(ids.length - NAMED))}</p>}
    </section>
  );
}

function Row({
  item,
  isChosen = false,
  children,
}: {
  item: ItemRef;
  isChosen?: boolean;
  children: React.ReactNode;
}) {
  const t = useT();
  return (
    <li className={classes.row} data-chosen={isChosen || undefined}>
      <span className={classes.kind}>{t.search.kinds[item.kind]}</span>
      <span className={classes.name} title={item.title}>
        {item.title}
      </span>
      <LevelMark level={item.level} />
      <span className={classes.deed}>{children}</span>
    </li>
  );
}
