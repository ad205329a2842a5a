import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type BoothPack, inlineJson, PACK_PLACE } from '#shared/showcase/boothPack.ts';

/** The page of the booth as it was built, with the place for its data. */
export async function readBoothPage(): Promise<string> {
  const isSource = import.meta.url.endsWith('.ts');
  const path = new URL(
    isSource ? '../../out/renderer/booth.html' : '../renderer/booth.html',
    import.meta.url,
  );
  const page = await readFile(fileURLToPath(path), 'utf8');
  if (page.split(PACK_PLACE).length !== 2) throw new Error('the booth page has no place for its data');
  return page;
}

/** The page with its data inside: it asks for nothing but the pictures beside it. */
export function fillBoothPage(page: string, pack: BoothPack): string {
  return page.replace(PACK_PLACE, () => inlineJson(pack));
}

/** The data of a page that was written, and whether all around it is the page as it was built. */
export function openBoothPage(
  page: string,
  written: string,
): { pack: BoothPack | null; isUnchanged: boolean } {
  const [before = '', after = ''] = page.split(PACK_PLACE);
  if (!written.startsWith(before) || !written.endsWith(after)) return { pack: null, isUnchanged: false };
  const json = written.slice(before.length, written.length - after.length);
  return { pack: JSON.parse(json) as BoothPack, isUnchanged: true };
}
