import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { assertFonts, type FontFiles, fontFiles } from '../fontFiles.ts';

/** Paths of font files the drawing library can open, until `release`. */
export type Fonts = FontFiles & { release(): void };

/**
 * The font files Chinese is drawn with. The drawing library is native and sees no files inside an application archive:
 * from there they are copied out until `release`.
 */
export function openFonts(files = fontFiles()): Fonts {
  assertFonts(files);
  if (!/\.asar[\\/]/.test(files.regular)) return { ...files, release: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'mengbu-fonts-'));
  const copyOf = (file: string) => {
    const copy = join(folder, basename(file));
    writeFileSync(copy, readFileSync(file));
    return copy;
  };
  return {
    regular: copyOf(files.regular),
    bold: copyOf(files.bold),
    release: () => rmSync(folder, { recursive: true, force: true }),
  };
}
