import {
  codesAbovePublic,
  hashesAbovePublic,
  type ItemText,
  isPublicHash,
  itemsAbovePublic,
  publicItems,
  textFiles,
} from '#db/showcase/leakSources.ts';
import { inOrder } from '#db/tiers.ts';
import type { Level } from '#shared/confidentiality/levels.ts';
import type { Problem } from '#shared/errors.ts';
import type { Id } from '#shared/ids.ts';
import type { LeakReport } from '#shared/showcase/exportContract.ts';
import { bareText, eachRun, indexRuns, stretchesOf, withoutNames } from '#shared/showcase/textRuns.ts';
import type { Inspector } from '../files/inspector.ts';
import type { OpenVault } from '../vault/session.ts';
import { isCode } from './codes.ts';
import { createNameFinder } from './nameFinder.ts';
import { personalFindings } from './personalFindings.ts';
import type { PackText, ReadBack } from './readBack.ts';

export type LeakTestInput = {
  vault: OpenVault;
  inspector: Inspector;
  pack: ReadBack;
  /** Panels and exhibition of the pack: their own words are what is tested, not what it is tested against. */
  own: ReadonlySet<Id>;
  /** Numbers of panels whose gate has a consent for personal data. */
  consented: ReadonlySet<number>;
  /** Names the joint body is known by. */
  bodyNames: readonly string[];
  signal: AbortSignal;
  onItems(done: number): void;
};

type Source = { title: string; level: Level };

/**
 * Holds every word, name, code and hash of a pack against everything in the vault that stands above 公开. What also stands in a
 * public item of the vault is known already and no finding. Every tier must be open.
 */
export async function leakTest(input: LeakTestInput): Promise<Omit<LeakReport, 'serial' | 'testedAt'>> {
  const { vault, pack, signal } = input;
  const findings: Problem[] = pack.faults.map(({ rule, file }) => ({ rule, file }));
  const known = await namesDeclared(input);
  const pieces = pack.texts.flatMap(({ text }) =>
    withoutNames(bareText(text), [...input.bodyNames, ...known]),
  );
  const index = indexRuns(pieces);
  const finder = createNameFinder(pieces);
  const runs = new Set<string>();
  const sources = new Map<string, Source & { text: string }>();
  const names = new Map<string, Source>();
  const people: string[] = [];
  const count = { items: 0, itemFiles: 0, unread: 0, names: 0, codes: 0 };

  const compare = (key: string, text: string, source: Source): void => {
    const bare = bareText(text);
    let hit = false;
    eachRun(index, bare, (run) => {
      runs.add(run);
      hit = true;
    });
    if (hit) sources.set(key, { ...source, text: bare });
  };
  const compareName = (name: string, source: Source): void => {
    const bare = bareText(name);
    if (bare.length < SHORTEST_NAME || /^\d+$/.test(bare)) return;
    count.names += 1;
    if (finder.has(bare)) names.set(bare, source);
  };

  for await (const item of above(input)) {
    count.items += 1;
    input.onItems(count.items);
    for (const text of wordsOf(item)) compare(item.id, text, item);
    if (item.kind === 'person') people.push(item.title);
    else compareName(item.title, item);
    for (const name of fileNamesOf(item)) compareName(name.replace(/\.[^.]{1,5}$/, ''), item);
  }
  for (const tier of inOrder(vault.tiers)) {
    for (const file of textFiles(tier, false)) {
      signal.throwIfAborted();
      const text = await textOf(input, tier.tier, file);
      if (text === null) count.unread += 1;
      else compare(`${tier.tier} ${file.no}`, text, file);
      count.itemFiles += 1;
    }
  }
  await forgetPublic(input, runs, names);
  findings.push(...runFindings(pack.texts, runs, sources));
  for (const [name, { title, level }] of names)
    findings.push({ rule: 'LEAK_NAME', params: { name, title, level } });
  const codes = inOrder(vault.tiers).flatMap(codesAbovePublic);
  count.codes = codes.length;
  for (const code of codes)
    if (finder.has(bareText(code))) findings.push({ rule: 'LEAK_REF_CODE', params: { code } });
  findings.push(...personalFindings(pack.texts, people, input.consented));
  const hashes = hashFindings(vault, pack);
  findings.push(...hashes.findings);
  return {
    files: pack.files.length,
    characters: pack.texts.reduce((sum, { text }) => sum + text.length, 0),
    ...count,
    hashes: hashes.compared,
    findings,
  };
}

/** Bytes of the pack that lie in the vault above 公开 and nowhere below. */
function hashFindings(vault: OpenVault, pack: ReadBack): { compared: number; findings: Problem[] } {
  const tiers = inOrder(vault.tiers);
  const confidential = new Set(tiers.flatMap(hashesAbovePublic));
  const findings = pack.files
    .filter(({ sha256 }) => confidential.has(sha256) && !tiers.some((tier) => isPublicHash(tier, sha256)))
    .map(({ name }): Problem => ({ rule: 'LEAK_FILE_HASH', file: name }));
  return { compared: confidential.size, findings };
}

/** A stretch is named once, with where it stands in the pack and in the vault. */
function runFindings(
  texts: readonly PackText[],
  runs: ReadonlySet<string>,
  sources: ReadonlyMap<string, Source & { text: string }>,
): Problem[] {
  const findings = new Map<string, Problem>();
  // A panel is told rather than the catalogue that repeats it.
  const places = texts
    .toSorted((a, b) => Number(a.panel === null) - Number(b.panel === null))
    .map((place) => ({ ...place, bare: bareText(place.text) }));
  for (const { text, title, level } of sources.values()) {
    for (const stretch of stretchesOf(text, runs)) {
      const place = places.find(({ bare }) => bare.includes(stretch.slice(0, SAMPLE)));
      findings.set(stretch, {
        rule: 'LEAK_TEXT',
        file: place?.file ?? '',
        params: {
          text: stretch.slice(0, 60),
          title,
          level,
          panel: place?.panel ?? 0,
          field: place?.field ?? '',
        },
      });
      if (findings.size >= MOST_FINDINGS) return [...findings.values()];
    }
  }
  return [...findings.values()];
}

/**
 * Names of units, projects and outcomes at 公开 or 内部 that a gated panel itself bears as its title or unit, or the exhibition as
 * whom it is for: to show them is what the gate decided.
 */
async function namesDeclared(input: LeakTestInput): Promise<string[]> {
  const lines = input.pack.texts
    .filter(({ field }) => /^(title|unitName|exhibition\.forUnit)/.test(field))
    .map(({ text }) => bareText(text))
    .join('\n');
  const names: string[] = [];
  for (const read of [itemsAbovePublic, publicItems]) {
    for await (const { kind, level, title } of items(input, read)) {
      const isNamed =
        NAMED_KINDS.has(kind) &&
        (level === 'PUBLIC' || level === 'INTERNAL') &&
        bareText(title).length >= SHORTEST_DECLARED;
      if (isNamed && lines.includes(bareText(title))) names.push(title);
    }
  }
  return names;
}

/** Takes out what stands in a public item too. */
async function forgetPublic(
  input: LeakTestInput,
  runs: Set<string>,
  names: Map<string, Source>,
): Promise<void> {
  const index = indexRuns(runs);
  const forget = (text: string): void => {
    const bare = bareText(text);
    eachRun(index, bare, (run) => runs.delete(run));
    for (const name of names.keys()) if (bare.includes(name)) names.delete(name);
  };
  if (runs.size === 0 && names.size === 0) return;
  for await (const item of items(input, publicItems)) {
    if (input.own.has(item.id) || isUnreviewed(item)) continue;
    for (const text of wordsOf(item)) forget(text);
  }
  if (runs.size === 0) return;
  for (const tier of inOrder(input.vault.tiers)) {
    for (const file of textFiles(tier, true)) {
      const text = await textOf(input, tier.tier, file);
      if (text !== null) forget(text);
    }
  }
}

/** Words for an exhibition at 公开 that went through no gate yet are known to nobody. */
function isUnreviewed({ kind, content }: ItemText): boolean {
  if (kind !== 'panel') return kind === 'exhibition';
  const { fields } = JSON.parse(content) as { fields: { review_state?: string } };
  return fields.review_state !== 'PUBLISHED';
}

/** Everything above 公开 but panels and exhibitions at 内部, which were written to be shown. */
async function* above(input: LeakTestInput): AsyncGenerator<ItemText> {
  for await (const item of items(input, itemsAbovePublic)) {
    const isDraft = item.level === 'INTERNAL' && (item.kind === 'panel' || item.kind === 'exhibition');
    if (!isDraft && !input.own.has(item.id)) yield item;
  }
}

async function* items({ vault, signal }: LeakTestInput, read: typeof publicItems): AsyncGenerator<ItemText> {
  for (const tier of inOrder(vault.tiers)) {
    for (let after = 0; ; ) {
      signal.throwIfAborted();
      const rows = read(tier, after, PORTION);
      yield* rows;
      after = rows.at(-1)?.no ?? after;
      if (rows.length < PORTION) break;
      // The service answers between portions.
      await new Promise((done) => setImmediate(done));
    }
  }
}

async function textOf(
  { vault, inspector }: LeakTestInput,
  tier: Parameters<OpenVault['store']['read']>[0],
  file: ReturnType<typeof textFiles>[number],
): Promise<string | null> {
  const source = {
    size: file.size,
    read: async (offset: number, length: number) => vault.store.read(tier, file, offset, length),
  };
  return inspector.wholeText(source, file.mediaType);
}

/** Every word of an item's stored state; ids, hashes, what a visit was shown and what a panel says of an outcome are none. */
function wordsOf({ kind, content }: ItemText): string[] {
  const state = JSON.parse(content) as { fields?: Record<string, unknown> };
  if (kind === 'visit' && state.fields) state.fields.shown = [];
  // What a panel says was kept beside the outcome's text to show that it is another.
  if (kind === 'outcome' && state.fields) state.fields.redactions = withoutShown(state.fields.redactions);
  return stringsIn(state).filter(
    (text) => text.length > 1 && !isCode(text) && !/^[0-9a-f-]{32,64}$/.test(text),
  );
}

function fileNamesOf({ content }: ItemText): string[] {
  const { files = [] } = JSON.parse(content) as { files?: { name: string }[] };
  return files.map(({ name }) => name);
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    // Lists and words of panels are stored as JSON in one column.
    if (/^[[{]/.test(value)) {
      try {
        return stringsIn(JSON.parse(value));
      } catch {
        return [value];
      }
    }
    return [value];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

const NAMED_KINDS: ReadonlySet<string> = new Set(['unit', 'project', 'outcome']);
const SHORTEST_NAME = 6;
/** A shorter name stands in too many sentences to be taken out of them. */
const SHORTEST_DECLARED = 4;
const PORTION = 500;
const SAMPLE = 24;
const MOST_FINDINGS = 200;

function withoutShown(redactions: unknown): unknown[] {
  return Array.isArray(redactions) ? redactions.map((each: object) => ({ ...each, shown: '' })) : [];
}
