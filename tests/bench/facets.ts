import type { RecordQuery } from '#shared/records/query.ts';
import type { Bench } from './bench.ts';
import { sideBySide } from './measure.ts';
import { plainCopies } from './plainCopies.ts';
import type { Line } from './table.ts';

/** Number found and spread over years, categories, levels, stages, projects and people, against counting them by group. */
export const facets: Bench = {
  name: 'facets',
  run: (run) =>
    run.withVault(run.records, async ({ vault, client }) => {
      const plain = plainCopies(vault, run.folder);
      try {
        const [project] = await client.projects.list({ text: '' });
        const lines: Line[] = [];
        for (const { name, query, where, params } of cases(project?.id ?? '')) {
          const columns = ['r.year', 'r.category', 'i.level', 'r.stage'].map((column) =>
            plain.all(
              `select ${column} as value, count(*) as n from item i join record r on r.id = i.id where i.state = 'ACTIVE' and ${where} group by 1`,
            ),
          );
          const links = plain.all(
            `select k.role, k.to_id, count(*) as n from item i join record r on r.id = i.id join link k on k.from_id = i.id
             where i.state = 'ACTIVE' and ${where} group by 1, 2`,
          );
          const pair = await sideBySide(
            () => client.records.facets({ query }),
            () => [...columns, links].map((ask) => ask(...params)),
            { rounds: 7, warmUps: 1 },
          );
          lines.push({
            what: `count and facets, ${name}`,
            ...pair,
            against: 'bare group by on three plain files',
            unit: 'ms',
            goal: { most: 1, of: 'ratio' },
          });
        }
        return lines;
      } finally {
        plain.close();
      }
    }),
};

type Case = { name: string; query: RecordQuery; where: string; params: (string | number)[] };

function cases(project: string): Case[] {
  return [
    { name: 'all records', query: {}, where: 'true', params: [] },
    { name: 'one year', query: { years: [2019] }, where: 'r.year = ?', params: [2019] },
    { name: 'a common category', query: { categories: ['WS'] }, where: 'r.category = ?', params: ['WS'] },
    {
      name: 'a project',
      query: { projects: [project] },
      where: `i.id in (select from_id from link where to_id = ? and role = 'PROJECT')`,
      params: [project],
    },
    {
      name: 'a common word',
      query: { text: '研究' },
      where: 'i.no in (select rowid from search where search match ?)',
      params: ['"研 究"'],
    },
  ];
}
