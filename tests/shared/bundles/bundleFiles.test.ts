import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { nodeHasher } from '#electron/bundles/readBundleHash.ts';
import { bundleJsonSchema } from '#shared/bundles/bundleJson.ts';
import type { BundlePlan } from '#shared/bundles/bundlePlan.ts';
import { composeBag } from '#shared/bundles/composeBag.ts';
import { indexHtml } from '#shared/bundles/indexHtml.ts';
import { itemJsonSchema } from '#shared/bundles/itemJson.ts';
import { journalCheck } from '#shared/bundles/journalLine.ts';
import { publishedSchemas } from '#shared/bundles/jsonSchemas.ts';
import { placedItems } from '#shared/bundles/placeItems.ts';
import { newSigningKey } from '#shared/bundles/sshKey.ts';
import { samplePlan } from '../../bundles/samplePlan.ts';

const key = newSigningKey();

function page(plan: BundlePlan): string {
  const { bundle } = composeBag(plan, key, nodeHasher);
  return [...indexHtml(bundle, () => [...placedItems(plan)].map(({ json }) => json.item))].join('');
}

describe('index.html', () => {
  const hostile = '<script>alert(1)</script>"><img src=x onerror=alert(2)>\u202E\u0000';

  it('is static: no script, nothing loaded, and a policy that forbids both', () => {
    const html = page(samplePlan([[{ name: 'a.jpg', bytes: Buffer.from('a') }]]).plan);
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script|<link|<iframe|<img|<object|javascript:|https?:/i);
    expect(html.match(/(?:href|src)="[^"]*"/g)?.every((link) => /^href="(?:items|files)\//.test(link))).toBe(
      true,
    );
  });

  it('escapes whatever came from elsewhere, and shows what would hide', () => {
    const { plan } = samplePlan([[{ name: `${hostile}.png`, bytes: Buffer.from('a') }]]);
    const items = [...plan.items].map((item) => ({ ...item, title: hostile }));
    const html = page({ ...plan, items, bundle: { ...plan.bundle, purpose: hostile } });
    expect(html).not.toMatch(/<script|<img/);
    expect(html).not.toMatch(/[\u202E\u0000]/);
    expect(html).toContain('⟨U+202E⟩');
  });

  it.skipIf(!hasNaughtyStrings())(
    'survives the Big List of Naughty Strings (skipped: MENGBU_CORPUS names no folder with filenames)',
    () => {
      const strings = z.array(z.string()).parse(JSON.parse(readFileSync(naughtyStrings(), 'utf8')));
      const { plan } = samplePlan([strings.map((name) => ({ name, bytes: Buffer.from(name) }))]);
      const [html, plain] = [
        page(plan),
        page(samplePlan([strings.map(() => ({ name: 'a', bytes: Buffer.from('a') }))]).plan),
      ];
      const tags = (text: string): string[] =>
        text.match(/<\/?[a-z][^>]*>/gi)?.map((tag) => tag.replace(/href="[^"]*"/, '')) ?? [];
      expect(tags(html)).toEqual(tags(plain));
    },
  );
});

describe('the published schemas', () => {
  it('are JSON Schemas that name every field the program checks', () => {
    for (const [path, text] of publishedSchemas()) {
      const schema = z
        .looseObject({ $schema: z.literal('https://json-schema.org/draft/2020-12/schema') })
        .parse(JSON.parse(text));
      const required = JSON.stringify(schema);
      const shape = path.includes('bundle') ? bundleJsonSchema.shape : itemJsonSchema.options[0].shape;
      for (const field of Object.keys(shape)) expect(required, `${path} ${field}`).toContain(`"${field}"`);
    }
  });

  it('are read back by zod to accept what is written', () => {
    const [bundleSchema, itemSchema] = [...publishedSchemas().values()].map((text) =>
      z.fromJSONSchema(JSON.parse(text)),
    );
    const { plan } = samplePlan([[{ name: 'a', bytes: Buffer.from('a') }]]);
    const { bundle } = composeBag(plan, key, nodeHasher);
    expect(bundleSchema?.safeParse(bundle).success).toBe(true);
    for (const { json } of placedItems(plan)) expect(itemSchema?.safeParse(json.item).success).toBe(true);
    expect(itemSchema?.safeParse({ kind: 'record' }).success).toBe(false);
  });
});

describe('journal lines', () => {
  const hash = (digit: number): string => String(digit).repeat(64);
  const item = '01a1fd86-2c60-7543-a2ad-a360b253f4d1';
  const line = (entry: number, previous: string | null, own: string): string =>
    JSON.stringify({
      item,
      entry,
      at: '2026-11-20T08:00:00Z',
      verb: 'record.edit',
      role: 'coordinator',
      actor: hash(1),
      content: hash(2),
      previous,
      hash: own,
    });
  const check = (lines: string[], head: string, entries: number): string | null => {
    const journal = journalCheck();
    for (const one of lines) journal.line(one);
    return journal.end(new Map([[item, { head, entries }]]));
  };

  it('chain from the first entry to the head the item names', () => {
    expect(check([line(1, null, hash(3)), line(2, hash(3), hash(4))], hash(4), 2)).toBeNull();
  });
  it.each<[string, string[], string, number, string]>([
    ['an entry left out', [line(1, null, hash(3)), line(3, hash(3), hash(4))], hash(4), 3, 'JOURNAL_CHAIN'],
    ['another predecessor', [line(1, null, hash(3)), line(2, hash(5), hash(4))], hash(4), 2, 'JOURNAL_CHAIN'],
    ['the last entry cut off', [line(1, null, hash(3))], hash(4), 2, 'JOURNAL_HEAD'],
    ['no journal at all', [], hash(4), 2, 'JOURNAL_HEAD'],
    ['a line that is none', ['{}'], hash(4), 1, 'JOURNAL_LINE'],
  ])('%s is noticed', (_what, lines, head, entries, fault) => {
    expect(check(lines, head, entries)).toBe(fault);
  });
});

function naughtyStrings(): string {
  return join(process.env.MENGBU_CORPUS ?? '', 'filenames', 'blns.json');
}

function hasNaughtyStrings(): boolean {
  return process.env.MENGBU_CORPUS !== undefined && existsSync(naughtyStrings());
}
