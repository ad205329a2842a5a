import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Fonts = { regular: string; bold: string; release(): void };

const NAMES = { regular: 'NotoSansSC_400Regular.ttf', bold: 'NotoSansSC_700Bold.ttf' } as const;
const FOLDERS = { regular: '400Regular', bold: '700Bold' } as const;

/**
 * The font files Chinese is drawn with: from the package in a checkout, beside the bundle once built. The drawing library
 * is native and sees no files inside an application archive, so there they are copied out until `release`.
 */
export function openFonts(): Fonts {
  const paths = { regular: fontPath('regular'), bold: fontPath('bold') };
  if (!isArchived(paths.regular)) return { ...paths, release: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'mengbu-fonts-'));
  const copies = { regular: join(folder, NAMES.regular), bold: join(folder, NAMES.bold) };
  for (const weight of ['regular', 'bold'] as const) copyFileSync(paths[weight], copies[weight]);
  return { ...copies, release: () => rmSync(folder, { recursive: true, force: true }) };
}

export function isArchived(path: string): boolean {
  return /\.asar[\\/]/.test(path);
}

function fontPath(weight: keyof typeof NAMES): string {
  const relative = import.meta.url.endsWith('.ts')
    ? `../../../node_modules/@expo-google-fonts/noto-sans-sc/${FOLDERS[weight]}/${NAMES[weight]}`
    : `./fonts/${NAMES[weight]}`;
  const path = fileURLToPath(new URL(relative, import.meta.url));
  if (!existsSync(path)) throw new Error(`the font for the sample's pictures is missing: ${path}`);
  return path;
}
