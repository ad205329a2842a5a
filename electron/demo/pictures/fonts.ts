import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Paths of font files the drawing library can open, until `release`. */
export type Fonts = { regular: string; bold: string; release(): void };

const PACKAGE = '../../../node_modules/@expo-google-fonts/noto-sans-sc';

/**
 * The font files Chinese is drawn with. The drawing library is native and sees no files inside an application archive:
 * from there they are copied out until `release`.
 */
export function openFonts(files = fontFiles()): Fonts {
  for (const file of [files.regular, files.bold])
    if (!existsSync(file)) throw new Error(`a font for the sample's pictures is missing: ${file}`);
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

/** From the package in a checkout, beside the bundle once built. */
function fontFiles(): { regular: string; bold: string } {
  const isSource = import.meta.url.endsWith('.ts');
  const at = (folder: string, name: string) =>
    fileURLToPath(new URL(isSource ? `${PACKAGE}/${folder}/${name}` : `./fonts/${name}`, import.meta.url));
  return {
    regular: at('400Regular', 'NotoSansSC_400Regular.ttf'),
    bold: at('700Bold', 'NotoSansSC_700Bold.ttf'),
  };
}
