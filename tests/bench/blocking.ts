import type { Bench } from './bench.ts';
import { longestBlock, median } from './measure.ts';
import type { Line } from './table.ts';
import type { BenchVault } from './vaults.ts';

/** How long calls keep the service from answering others: the longest stretch in which it did nothing else, median of five. */
export const blocking: Bench = {
  name: 'blocking',
  run: (run) =>
    run.withVault(run.records, async (vault) => {
      const lines: Line[] = [];
      for (const [name, call] of await calls(vault)) {
        await call();
        const times: number[] = [];
        for (let round = 0; round < 5; round++) times.push(await longestBlock(call));
        lines.push({
          what: `longest block, ${name}`,
          ours: median(times),
          beside: null,
          against: '',
          unit: 'ms',
          goal: { most: 20, of: 'ours' },
        });
      }
      return lines;
    }),
};

async function calls({ client }: BenchVault): Promise<[string, () => Promise<unknown>][]> {
  const newest = { order: 'updated', direction: 'desc', after: null } as const;
  const { rows } = await client.records.page({ query: {}, ...newest, limit: 500 });
  const [project] = await client.projects.list({ text: '' });
  const few = rows.slice(0, 100).map(({ id }) => id);
  const many = rows.map(({ id }) => id);
  let round = 0;
  const renamed = () => ({ description: `第${++round}次修改` });
  return [
    ['a page of 500', () => client.records.page({ query: {}, ...newest, limit: 500 })],
    ['a page of a common word', () => client.records.page({ query: { text: '研究' }, ...newest, limit: 50 })],
    ['facets of all', () => client.records.facets({ query: {} })],
    ['facets of a common category', () => client.records.facets({ query: { categories: ['WS'] } })],
    ['facets of a common word', () => client.records.facets({ query: { text: '研究' } })],
    [
      'facets of a project',
      () => client.records.facets({ query: { projects: project ? [project.id] : [] } }),
    ],
    ['the ids of all (10,000)', () => client.records.ids({ query: {} })],
    ['search, a rare word', () => client.search.find({ text: '基因表达', limit: 20 })],
    ['search, a common word', () => client.search.find({ text: '研究', limit: 20 })],
    ['search, a digit', () => client.search.find({ text: '2', limit: 20 })],
    ['the journal’s first page', () => client.journal.page({ after: null, limit: 100 })],
    ['verifying the journal', () => client.journal.verify()],
    ['editing 100 records', () => client.records.editMany({ ids: few, changes: renamed() })],
    ['editing 500 records', () => client.records.editMany({ ids: many, changes: renamed() })],
    ['checking 500 before 归档', () => client.records.checkArchiving({ ids: many })],
  ];
}
