import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LeakReport, Pack } from '#shared/showcase/exportContract.ts';
import { filesOf, type PackFault, type PackFile } from './readBack.ts';
import { reportPage } from './reportPage.ts';

/** The report of the test, and the list of all files with their hashes: counts and numbers, no word of the vault. */
export async function sealFolder(
  folder: string,
  report: LeakReport,
): Promise<Pick<Pack, 'files' | 'bytes' | 'manifestSha256'>> {
  await writeFile(join(folder, REPORT), reportPage(report));
  const files = await filesOf(folder);
  const sums = sumsOf(files);
  await writeFile(join(folder, SUMS), sums);
  return {
    files: files.length + 1,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, Buffer.byteLength(sums)),
    manifestSha256: sha256(sums),
  };
}

/**
 * Reads the report and the list back, and holds the folder against what was tested: the report is its template with the counts, the
 * list names what was tested byte for byte and the report, and nothing else lies there.
 */
export async function sealFaults(
  folder: string,
  tested: readonly PackFile[],
  report: LeakReport,
): Promise<PackFault[]> {
  const faults: PackFault[] = [];
  const page = await textOf(folder, REPORT);
  if (page !== reportPage(report)) faults.push({ rule: 'LEAK_REPORT_CHANGED', file: REPORT });
  const sealed = [...tested, { name: REPORT, sha256: sha256(reportPage(report)) }];
  const listed = sumsOf(sealed.toSorted((a, b) => (a.name < b.name ? -1 : 1)));
  if ((await textOf(folder, SUMS)) !== listed) faults.push({ rule: 'LEAK_SUMS_CHANGED', file: SUMS });
  const hashes = new Map(sealed.map((file) => [file.name, file.sha256]));
  for (const file of await filesOf(folder))
    if (file.name !== SUMS && file.name !== REPORT && hashes.get(file.name) !== file.sha256)
      faults.push({ rule: 'LEAK_FILE_CHANGED', file: file.name });
  return faults;
}

/** A line a file, as sha256sum writes and reads it. */
function sumsOf(files: readonly Pick<PackFile, 'name' | 'sha256'>[]): string {
  return files.map((file) => `${file.sha256}  ${file.name}\n`).join('');
}

async function textOf(folder: string, name: string): Promise<string> {
  return readFile(join(folder, name), 'utf8').catch(() => '');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

const REPORT = 'report.html';
const SUMS = 'sha256sums.txt';
