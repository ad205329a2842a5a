import { randomBytes } from 'node:crypto';
import { renameSync } from 'node:fs';
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { enterPack, lastSerialNumber } from '#db/showcase/exhibitions.ts';
import { write } from '#db/write.ts';
import { type CalendarDate, localDateOf } from '#shared/dates.ts';
import type { Problem } from '#shared/errors.ts';
import { newId } from '#shared/ids.ts';
import type { LeakReport, MadePack, Pack } from '#shared/showcase/exportContract.ts';
import { latestOf } from '#shared/showcase/gate.ts';
import type { Inspector } from '../files/inspector.ts';
import type { JobHandle } from '../jobs/jobs.ts';
import type { OpenVault } from '../vault/session.ts';
import { fillBoothPage, readBoothPage } from './boothPage.ts';
import { printCatalogue } from './catalogue.ts';
import { bodyNames, composePack } from './composePack.ts';
import type { WholeExhibition } from './exhibitionView.ts';
import { leakTest } from './leakTest.ts';
import { MediaError, type MediaWork, type WrittenMedia, writeMedia } from './packMedia.ts';
import { sealFaults, sealFolder } from './packSeal.ts';
import { type PackFile, readBack } from './readBack.ts';

export type ExportInput = {
  vault: OpenVault;
  inspector: Inspector;
  exhibition: WholeExhibition;
  /** The folder in which the pack's own folder is made. */
  parent: string;
  expiresOn: CalendarDate;
  /** What stands in the way of letting the written pack go, asked at the last moment: the vault is used meanwhile. */
  recheck(): readonly Problem[];
  now(): number;
  job: JobHandle;
  signal: AbortSignal;
};

/** What the pack would have given away, or a picture that cannot go. Nothing of the pack is left. */
export class PackRefusedError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map(({ rule }) => rule).join(', '));
    this.problems = problems;
  }
}

/**
 * Writes an exhibition as a folder that opens by itself, reads every file of it back and tests it for leaks, and enters it in the
 * ledger. The folder gets its name last: where anything fails, or anything is found, nothing is left.
 *
 * @throws PackRefusedError
 */
export async function exportPack(input: ExportInput): Promise<MadePack> {
  const { vault, exhibition, parent, expiresOn, recheck, now, signal } = input;
  const madeAt = now();
  const serial = nextSerial(input, madeAt);
  const folder = join(parent, serial);
  const staging = join(parent, `.${serial}-${randomBytes(6).toString('hex')}`);
  let isNamed = false;
  await clearCutShort(parent, madeAt);
  // Each by itself: a stick that is gone must not come back as a folder of this machine.
  await mkdir(staging);
  try {
    await mkdir(join(staging, 'media'));
    const { media, tested, report } = await writeAndTest(input, staging, serial, madeAt);
    const files = await sealFolder(staging, report);
    const faults = await sealFaults(staging, tested, report);
    if (faults.length > 0) throw new PackRefusedError(faults);
    signal.throwIfAborted();
    if (await exists(folder))
      throw new PackRefusedError([{ rule: 'PACK_FOLDER_TAKEN', params: { name: serial } }]);
    const problems = recheck();
    if (problems.length > 0) throw new PackRefusedError(problems);
    // In the same turn as the check: nothing comes between.
    renameSync(staging, folder);
    isNamed = true;
    const pack: Pack = {
      id: newId(),
      serial,
      madeAt,
      madeBy: vault.me.name,
      expiresOn,
      panels: exhibition.columns.reduce((sum, { panels }) => sum + panels.length, 0),
      media,
      ...files,
    };
    write(exhibition.tier, vault.writer, { verb: 'exhibition.export' }, (tx) =>
      enterPack(tx, exhibition.item.id, pack),
    );
    return { pack, report, folderName: serial };
  } catch (error) {
    // A pack of which the ledger knows nothing must not exist.
    await rm(isNamed ? folder : staging, { recursive: true, force: true }).catch(() => undefined);
    throw error;
  }
}

/** What a process that was killed left of an untested pack. Another machine may be writing into the same folder: the young stay. */
async function clearCutShort(parent: string, now: number): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!/^\.ZP\d{8}-\d{2,}-[0-9a-f]{12}$/.test(name)) continue;
    const path = join(parent, name);
    if ((await stat(path)).mtimeMs < now - CUT_SHORT_MS) await rm(path, { recursive: true, force: true });
  }
}

const CUT_SHORT_MS = 60 * 60_000;

async function writeAndTest(
  input: ExportInput,
  staging: string,
  serial: string,
  madeAt: number,
): Promise<{ media: number; tested: PackFile[]; report: LeakReport }> {
  const { vault, inspector, exhibition, expiresOn, job, signal } = input;
  const panels = exhibition.columns.flatMap((column) => column.panels);
  const page = await readBoothPage();
  const written = await writeAllMedia(input, staging);
  const head = { serial, madeOn: localDateOf(new Date(madeAt)), expiresOn };
  const pack = composePack(vault, exhibition, head, (_, panel, index) => {
    const { small: _small, ...media } = written.get(`${panel} ${index}`) ?? missing(panel);
    return media;
  });
  await writeFile(join(staging, 'index.html'), fillBoothPage(page, pack));
  const covers = new Map(panels.map((_, at) => [at + 1, written.get(`${at + 1} 0`)?.small ?? null]));
  await writeFile(join(staging, 'catalogue.pdf'), await printCatalogue(pack, covers, signal));
  signal.throwIfAborted();
  const found = await readBack(staging, page, inspector);
  const result = await leakTest({
    vault,
    inspector,
    pack: found,
    own: new Set([exhibition.item.id, ...panels.map(({ item }) => item.id)]),
    consented: new Set(
      panels.flatMap(({ review }, at) =>
        latestOf(review.decisions, 'PERSONAL_INFO')?.finding === 'PASSED' ? [at + 1] : [],
      ),
    ),
    bodyNames: bodyNames(vault),
    signal,
    onItems: (items) => job.update({ done: written.size + items }),
  });
  if (result.findings.length > 0) throw new PackRefusedError(result.findings);
  return { media: written.size, tested: found.files, report: { serial, testedAt: madeAt, ...result } };
}

/** Some pictures at a time: drawing takes a processor each, reading them waits for the disk. */
async function writeAllMedia(
  { vault, exhibition, job, signal }: ExportInput,
  staging: string,
): Promise<Map<string, WrittenMedia>> {
  const panels = exhibition.columns.flatMap((column) => column.panels);
  const work = panels.flatMap(({ pictures }, at): MediaWork[] =>
    pictures.map((picture, index) => ({ picture, panel: at + 1, index })),
  );
  const written = new Map<string, WrittenMedia>();
  const queue = work.values();
  async function take(): Promise<void> {
    for (const each of queue) {
      signal.throwIfAborted();
      written.set(`${each.panel} ${each.index}`, await writeMedia(vault, staging, each));
      job.update({ done: written.size });
    }
  }
  try {
    await Promise.all(Array.from({ length: AT_A_TIME }, take));
  } catch (error) {
    if (!(error instanceof MediaError)) throw error;
    const title = panels[error.panel - 1]?.item.title ?? '';
    throw new PackRefusedError([{ rule: error.rule, params: { title } }]);
  }
  return written;
}

/** ZP20261128-01: 展包, the day, and its number on it. */
function nextSerial({ exhibition }: ExportInput, at: number): string {
  const prefix = `ZP${localDateOf(new Date(at)).replaceAll('-', '')}-`;
  return `${prefix}${String(lastSerialNumber(exhibition.tier, prefix) + 1).padStart(2, '0')}`;
}

function missing(panel: number): never {
  throw new Error(`a picture of panel ${panel} was not written`);
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}

const AT_A_TIME = 4;
