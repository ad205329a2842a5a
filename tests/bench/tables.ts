import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { readSheet } from '#electron/sheets/readSheet.ts';
import { writeSheet } from '#electron/sheets/writeSheet.ts';
import type { Bench } from './bench.ts';
import { longestBlock, median, timed } from './measure.ts';
import { makeVault, openVaultIn } from './vaults.ts';

const TITLES = ['姓名', '部门', '职务', '职称', '专业', '电话', '电子邮箱', '备注'];

/** A member list as .xlsx into an empty vault: read, checked row by row, written with journal and search. */
export const tables: Bench = {
  name: 'tables',
  async run(run) {
    const count = run.size === 'small' ? 500 : 5000;
    const rows = Array.from({ length: count }, (_, index) => [
      `成员${index}`,
      '肿瘤科',
      '项目成员',
      '副主任医师',
      '肿瘤学',
      `138${String(index).padStart(8, '0')}`,
      `m${index}@example.org`,
      '示例',
    ]);
    const columns = TITLES.map((title) => ({ title, width: 12, type: 'TEXT' as const }));
    const bytes = await writeSheet({ name: '人员', heading: '', mark: '', columns, rows });
    const file = join(run.folder, 'members.xlsx');
    writeFileSync(file, bytes);
    const previews: number[] = [];
    const whole: number[] = [];
    const readings: number[] = [];
    const beside: number[] = [];
    const blocks: number[] = [];
    for (let round = 0; round < 3; round++) {
      readings.push(await timed(() => readSheet(bytes)));
      beside.push(await timed(() => readAndInsert(bytes, join(run.folder, `bare-${round}.sqlite`))));
      const folder = join(run.folder, `tables-${round}`);
      await makeVault(folder, 0);
      const { app, client, vault, close } = await openVaultIn(folder);
      await vault.remembered;
      const place = app.places.grant(file, 'file').token;
      const source = { kind: 'PEOPLE' as const, place, level: 'INTERNAL' as const, encoding: null };
      let digest = '';
      previews.push(await timed(async () => ({ digest } = await client.tables.preview(source))));
      let seconds = 0;
      blocks.push(
        await longestBlock(async () => {
          seconds = await timed(() => client.tables.import({ ...source, digest }));
        }),
      );
      whole.push(seconds);
      await close();
    }
    return [
      {
        what: `preview of ${count} member rows, every one checked`,
        ours: median(previews) / 1000,
        beside: median(readings) / 1000,
        against: 'reading the workbook alone',
        unit: 's',
        goal: null,
      },
      {
        what: `import of ${count} member rows, journal, history and search included`,
        ours: median(whole) / 1000,
        beside: median(beside) / 1000,
        against: 'read, and insert into one plain table in a bare loop',
        unit: 's',
        goal: null,
      },
      {
        what: 'longest block, while importing a table',
        ours: median(blocks),
        beside: null,
        against: '',
        unit: 'ms',
        goal: null,
      },
    ];
  },
};

/** The same rows without anything around them: no check, no cipher, no history; one transaction. */
async function readAndInsert(bytes: Uint8Array, file: string): Promise<void> {
  const { tables: read } = await readSheet(bytes);
  const plain = new Database(file);
  plain.pragma('journal_mode = wal');
  const columns = TITLES.map((_, index) => `c${index} text`).join(', ');
  plain.exec(`create table person (id integer primary key, ${columns})`);
  const insert = plain.prepare(`insert into person values (null, ${TITLES.map(() => '?').join(', ')})`);
  plain.transaction(() => {
    for (const row of (read[0]?.rows ?? []).slice(1)) insert.run(TITLES.map((_, index) => row[index] ?? ''));
  })();
  plain.close();
}
