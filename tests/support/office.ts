import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file as LibreOffice reads it, as PDF; null where LibreOffice is not installed. */
export function convertedByOffice(bytes: Uint8Array, extension: 'docx' | 'xlsx'): Buffer | null {
  const office = programFor('soffice');
  if (office === null) return null;
  const folder = mkdtempSync(join(tmpdir(), 'mengbu-office-'));
  try {
    const paper = join(folder, `paper.${extension}`);
    writeFileSync(paper, bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync(office, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, paper], {
      stdio: 'pipe',
    });
    return readFileSync(join(folder, 'paper.pdf'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function programFor(name: string): string | null {
  try {
    return execFileSync('which', [name], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}
