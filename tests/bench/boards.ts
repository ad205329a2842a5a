import type { Bench } from './bench.ts';
import { longestBlock, median, sideBySide } from './measure.ts';
import { plainCopies } from './plainCopies.ts';
import type { Line } from './table.ts';
import type { BenchVault } from './vaults.ts';

const AGAINST = 'the same rows from three plain files';

/** The board of screenings and the list of units, both whole, against a bare query for what they show. */
export const boards: Bench = {
  name: 'boards',
  run: (run) =>
    // A vault of its own size: nothing else of the run has units.
    run.withVault(1, async (vault) => {
      const count = run.size === 'small' ? 200 : 2000;
      await fillBoards(vault, count);
      const plain = plainCopies(vault.vault, run.folder);
      const { client } = vault;
      const lists: [string, () => Promise<unknown>, string][] = [
        [
          `the board of ${count} screenings`,
          () => client.screening.list({ text: '' }),
          `select i.id, i.title, i.level, c.stage, c.preset, k.to_id as unit,
             (select s.decided_on from screening_step s where s.screening_id = c.id order by s.position desc limit 1) as since
           from item i join screening c on c.id = i.id left join link k on k.from_id = i.id
           where i.kind = 'screening' and i.state = 'ACTIVE' order by i.sort_key, i.id`,
        ],
        [
          `the list of ${count} units`,
          () => client.members.list({ text: '' }),
          `select i.*, u.* from item i join unit u on u.id = i.id
           where i.kind = 'unit' and i.state = 'ACTIVE' order by i.sort_key, i.id`,
        ],
      ];
      try {
        const lines: Line[] = [];
        for (const [what, ours, sql] of lists) {
          const bare = plain.all(sql);
          const pair = await sideBySide(ours, () => bare(), { rounds: 7, warmUps: 2 });
          lines.push({ what, ...pair, against: AGAINST, unit: 'ms', goal: null });
          const blocks: number[] = [];
          for (let round = 0; round < 5; round++) blocks.push(await longestBlock(ours));
          const alone = { beside: null, against: '', unit: 'ms', goal: null } as const;
          lines.push({ what: `longest block, ${what}`, ours: median(blocks), ...alone });
        }
        return lines;
      } finally {
        plain.close();
      }
    }),
};

async function fillBoards({ client }: BenchVault, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    const unit = await client.members.create({
      level: 'INTERNAL',
      fields: { name: `第${index}肿瘤医院`, shortName: `${index}院`, role: 'MEDICAL', note: '' },
    });
    await client.screening.create({
      level: 'INTERNAL',
      unitId: unit.id,
      fields: {
        preset: index % 2 === 0 ? 'FULL' : 'SHORT',
        charter: '章程 2026 版',
        category: 'REGULAR',
        intended: '临床研究',
        note: '',
      },
    });
  }
}
