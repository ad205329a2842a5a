import type { Bench } from './bench.ts';
import { fillVault } from './fillVault.ts';
import { median, timed } from './measure.ts';
import type { Line } from './table.ts';

const RECORDS = 2_000;

/** Records through the one door for writes, many in one transaction and one alone: journal, revisions, search and seal included. */
export const writes: Bench = {
  name: 'writes',
  run: (run) =>
    run.withVault(run.records, async ({ vault, client }) => {
      const { seconds } = await fillVault(vault, RECORDS);
      const page = { query: {}, order: 'updated', direction: 'desc', after: null } as const;
      const { rows } = await client.records.page({ ...page, limit: 200 });
      const one: number[] = [];
      for (const { id, version } of rows) {
        one.push(await timed(() => client.records.edit({ id, version, changes: { place: '档案室' } })));
      }
      const lines: Line[] = [
        {
          what: `a new record of ${RECORDS} beside ${run.records}, each`,
          ours: (seconds * 1000) / RECORDS,
          beside: null,
          against: '',
          unit: 'ms',
          goal: null,
        },
        {
          what: 'one edit, acknowledged on the disk',
          ours: median(one),
          beside: null,
          against: '',
          unit: 'ms',
          goal: { most: 20, of: 'ours' },
        },
      ];
      return lines;
    }),
};
