import { findHits, RANKED_HITS } from '#db/search/queries.ts';
import { inOrder } from '#db/tiers.ts';
import type { OpenVault } from '#electron/vault/session.ts';
import { parseQuery } from '#shared/search/query.ts';
import type { Bench } from './bench.ts';
import { sideBySide } from './measure.ts';
import { type PlainCopies, plainCopies } from './plainCopies.ts';
import type { Line } from './table.ts';

const LIMIT = 20;

/** One to six characters, rare and common; a mixed word, Latin, and pinyin in full and by initials. */
const TEXTS = ['癌', '肿瘤', '研究', '蛋白质', '基因表达', '神经网络模型', 'PD-1', 'zhongliu', 'jybd'];

/**
 * How many there are and the best twenty with titles, against the same of bare FTS5 and against LIKE over the titles. Once as the
 * database answers, once as a screen gets it: checked, with marked titles and cuttings from the text.
 */
export const search: Bench = {
  name: 'search',
  run: (run) =>
    run.withVault(run.records, async ({ vault, client }) => {
      const plain = plainCopies(vault, run.folder);
      try {
        const bare = bareSearch(plain);
        const lines: Line[] = [];
        for (const text of TEXTS) {
          const match = parseQuery(text)?.match ?? '';
          const hits = bare(match).count;
          const name = `search ${text} (${hits > RANKED_HITS ? `${RANKED_HITS}+` : hits})`;
          const fts = { against: 'bare FTS5', unit: 'ms', goal: { most: 1.5, of: 'ratio' } } as const;
          const own = await sideBySide(
            () => ownSearch(vault, match),
            () => bare(match),
          );
          lines.push({ what: `${name}, the query`, ...own, ...fts });
          const whole = await sideBySide(
            () => client.search.find({ text, kind: 'record', limit: LIMIT }),
            () => bare(match),
          );
          lines.push({ what: `${name}, as a screen gets it`, ...whole, ...fts });
          if (/\p{Script=Han}/u.test(text)) lines.push(await besideLike(plain, vault, { name, text, hits }));
        }
        return lines;
      } finally {
        plain.close();
      }
    }),
};

function ownSearch(vault: OpenVault, match: string): unknown {
  const finds = inOrder(vault.tiers).map((tier) => findHits(tier, match));
  const count = finds.reduce((sum, { counts }) => sum + (counts.get('record') ?? 0), 0);
  return finds.map(({ best }) => best('record', count <= RANKED_HITS, LIMIT));
}

function bareSearch(plain: PlainCopies): (match: string) => { count: number; rows: unknown[] } {
  const counts = plain.all(
    `select count(*) as n from (select 1 from search where search match ? limit ${RANKED_HITS + 1})`,
  );
  const rows = (order: string) =>
    plain.all(
      `select i.* from (select rowid as no from search where search match ? order by ${order} limit ${LIMIT}) h join item i on i.no = h.no`,
    );
  const best = rows('bm25(search, 8.0, 1.0, 4.0), rowid desc');
  const newest = rows('rowid desc');
  return (match) => {
    const count = (counts(match) as { n: number }[]).reduce((sum, { n }) => sum + n, 0);
    return { count, rows: (count > RANKED_HITS ? newest : best)(match) };
  };
}

async function besideLike(
  plain: PlainCopies,
  vault: OpenVault,
  { name, text, hits }: { name: string; text: string; hits: number },
): Promise<Line> {
  const like = plain.all(`select id, title from item where title like ?`);
  const all = (plain.all('select count(*) as n from item')() as { n: number }[]).reduce(
    (sum, { n }) => sum + n,
    0,
  );
  const match = parseQuery(text)?.match ?? '';
  const pair = await sideBySide(
    () => ownSearch(vault, match),
    () => like(`%${text}%`),
    { rounds: 9 },
  );
  const goal = hits < all / 100 ? ({ least: 20, of: 'speed' } as const) : null;
  return { what: `${name}, the query`, ...pair, against: 'LIKE over the titles', unit: 'ms', goal };
}
