import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The two weights of Noto Sans SC (OFL 1.1) that papers and the sample's pictures are set in. */
export type FontFiles = { regular: string; bold: string };

const PACKAGE = '../node_modules/@expo-google-fonts/noto-sans-sc';

/**
 * From the package in a checkout, beside the bundle once built. In the packaged app that is inside the application archive:
 * Node reads them there, native libraries do not.
 */
export function fontFiles(): FontFiles {
  const isSource = import.meta.url.endsWith('.ts');
  const at = (folder: string, name: string) =>
    fileURLToPath(new URL(isSource ? `${PACKAGE}/${folder}/${name}` : `./fonts/${name}`, import.meta.url));
  return {
    regular: at('400Regular', 'NotoSansSC_400Regular.ttf'),
    bold: at('700Bold', 'NotoSansSC_700Bold.ttf'),
  };
}

/** @throws Error naming the file that is not there. */
export function assertFonts(files: FontFiles): void {
  for (const file of [files.regular, files.bold])
    if (!existsSync(file)) throw new Error(`a font is missing: ${file}`);
}
