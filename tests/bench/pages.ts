import type { RecordOrder, RecordQuery } from '#shared/records/query.ts';
import type { Bench, BenchRun } from './bench.ts';
import { openHttpDoor } from './httpDoor.ts';
import { medianOf, sideBySide } from './measure.ts';
import { type PlainCopies, plainCopies } from './plainCopies.ts';
import type { Line } from './table.ts';
import { type BenchVault, unlock } from './vaults.ts';

const LIMIT = 50;
const BARE = 'three plain SQLite files';

/** What a list row shows, as one query a file, the way one would write it. */
const BARE_ROWS = `select i.*, r.stage, r.ref_code, r.doc_date, r.year, r.responsible, r.category, r.retention, r.file_count, r.bytes,
  f.kind as cover_kind, f.width, f.height, f.thumbnail
  from item i join record r on r.id = i.id left join file f on f.id = r.cover_file`;

type Case = {
  name: string;
  query: RecordQuery;
  order: RecordOrder;
  direction: 'asc' | 'desc';
  /** The same order and filter for the bare query; the listing is joined where it has the index. */
  bare: { join?: string; where: string; column: string; params?: (string | number)[] };
};

/** The first page of the archive in each order, a page deep in it, and filters; in this process, then through HTTP. */
export const pages: Bench = {
  name: 'pages',
  async run(run) {
    const lines = await run.withVault(run.records, (vault) => inProcess(run, vault));
    return [...lines, await flatness(run), ...(await throughDoor(run, lines))];
  },
};

const LISTED = 'join record_listing l on l.no = i.no';

function orderCases(): Case[] {
  const active = "i.kind = 'record' and i.state = 'ACTIVE'";
  const listed = "l.state = 'ACTIVE'";
  return [
    {
      name: 'by change, newest first',
      query: {},
      order: 'updated',
      direction: 'desc',
      bare: { where: active, column: 'i.updated_at' },
    },
    {
      name: 'by title',
      query: {},
      order: 'title',
      direction: 'asc',
      bare: { where: active, column: 'i.sort_key' },
    },
    {
      name: 'by date',
      query: {},
      order: 'date',
      direction: 'desc',
      bare: { join: LISTED, where: listed, column: 'l.doc_date' },
    },
    {
      name: 'by 档号',
      query: {},
      order: 'refCode',
      direction: 'asc',
      bare: { join: LISTED, where: `${listed} and l.ref_code is not null`, column: 'l.ref_code' },
    },
  ];
}

function filterCases(project: string): Case[] {
  const bare = (where: string, params: (string | number)[], column = 'i.updated_at'): Case['bare'] => ({
    join: LISTED,
    where: `l.state = 'ACTIVE' and ${where}`,
    column,
    params,
  });
  const newest = { order: 'updated', direction: 'desc' } as const;
  return [
    { name: 'one year', query: { years: [2019] }, ...newest, bare: bare('l.year = ?', [2019]) },
    {
      name: 'one year, by date',
      query: { years: [2019] },
      order: 'date',
      direction: 'desc',
      bare: bare('l.year = ?', [2019], 'l.doc_date'),
    },
    {
      name: 'a common category',
      query: { categories: ['WS'] },
      ...newest,
      bare: bare('l.category = ?', ['WS']),
    },
    {
      name: 'a rare category',
      query: { categories: ['MT'] },
      ...newest,
      bare: bare('l.category = ?', ['MT']),
    },
    {
      name: 'a year of a rare category',
      query: { years: [2019], categories: ['MT'] },
      ...newest,
      bare: bare('l.year = ? and l.category = ?', [2019, 'MT']),
    },
    {
      name: 'a project',
      query: { projects: [project] },
      ...newest,
      bare: bare(`i.id in (select from_id from link where to_id = ? and role = 'PROJECT')`, [project]),
    },
    {
      name: 'a word of the title',
      query: { text: '细胞' },
      ...newest,
      bare: bare('i.no in (select rowid from search where search match ?)', ['"细 胞"']),
    },
  ];
}

async function inProcess({ folder }: BenchRun, { vault, client }: BenchVault): Promise<Line[]> {
  const plain = plainCopies(vault, folder);
  try {
    const [project] = await client.projects.list({ text: '' });
    const lines: Line[] = [];
    for (const each of [...orderCases(), ...filterCases(project?.id ?? '')]) {
      const ask = { query: each.query, order: each.order, direction: each.direction, limit: LIMIT };
      const pair = await sideBySide(
        () => client.records.page({ ...ask, after: null }),
        barePage(plain, each),
      );
      lines.push({
        what: `first page, ${each.name}`,
        ...pair,
        against: BARE,
        unit: 'ms',
        goal: { most: 2, of: 'ratio' },
      });
    }
    lines.push(await deepPage(plain, client));
    return lines;
  } finally {
    plain.close();
  }
}

type Row = Record<string, string | number | null>;

/** Three answers of their own, merged by sorting them. */
function barePage(
  plain: PlainCopies,
  { bare: { join = '', where, column, params = [] }, direction }: Pick<Case, 'bare' | 'direction'>,
): () => Row[] {
  const ask = plain.all(
    `${BARE_ROWS.replace('select ', `select ${column} as ordered, `)} ${join} where ${where} order by ${column} ${direction}, i.id ${direction} limit ${LIMIT}`,
  );
  const sign = direction === 'asc' ? 1 : -1;
  return () =>
    (ask(...params) as Row[])
      .sort((a, b) => sign * (compare(a.ordered, b.ordered) || compare(a.id, b.id)))
      .slice(0, LIMIT);
}

function compare(a: string | number | null | undefined, b: string | number | null | undefined): number {
  if (a === b) return 0;
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

async function deepPage(plain: PlainCopies, client: BenchVault['client']): Promise<Line> {
  const ask = { query: {}, order: 'updated', direction: 'desc', limit: 500 } as const;
  let after: string | null = null;
  const { total } = await client.records.facets({ query: {} });
  for (let read = 0; read < total * 0.8; read += ask.limit) {
    const page: { after: string | null } = await client.records.page({ ...ask, after });
    after = page.after;
  }
  const [at, id] = JSON.parse(Buffer.from(after ?? '', 'base64url').toString()) as [number, string];
  const where = `i.kind = 'record' and i.state = 'ACTIVE' and (i.updated_at, i.id) < (?, ?)`;
  const pair = await sideBySide(
    () => client.records.page({ ...ask, limit: LIMIT, after }),
    barePage(plain, { direction: 'desc', bare: { where, column: 'i.updated_at', params: [at, id] } }),
  );
  return {
    what: 'a page four fifths down',
    ...pair,
    against: BARE,
    unit: 'ms',
    goal: { most: 2, of: 'ratio' },
  };
}

/** The same first page of a hundredth of the records. */
async function flatness(run: BenchRun): Promise<Line> {
  const ask = { query: {}, order: 'updated', direction: 'desc', limit: LIMIT, after: null } as const;
  const few = Math.round(run.records / 100);
  const measure = (records: number): Promise<number> =>
    run.withVault(records, ({ client }) => medianOf(() => client.records.page(ask), 41, 30));
  const beside = await measure(few);
  const ours = await measure(run.records);
  return {
    what: `first page of ${run.records} records`,
    ours,
    beside,
    against: `of ${few} records`,
    unit: 'ms',
    goal: { most: 1.5, of: 'ratio' },
  };
}

async function throughDoor(run: BenchRun, lines: readonly Line[]): Promise<Line[]> {
  const door = await openHttpDoor(await run.vaultOf(run.records));
  try {
    await unlock(door.client);
    const measured: Line[] = [];
    for (const { name, query, order, direction } of orderCases()) {
      const ask = { query, order, direction, limit: LIMIT, after: null };
      measured.push({
        what: `first page, ${name}, through HTTP`,
        ours: await medianOf(() => door.client.records.page(ask), 41, 40),
        beside: lines.find(({ what }) => what === `first page, ${name}`)?.ours ?? null,
        against: 'in process',
        unit: 'ms',
        goal: { most: 3, of: 'difference' },
      });
    }
    return measured;
  } finally {
    await door.close();
  }
}
