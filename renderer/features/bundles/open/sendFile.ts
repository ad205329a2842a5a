import { client } from '../../../api.ts';
import type { PickedFiles } from '../../../host/host.ts';

/** How the service finds a bundle: a place it reads itself, or a file that was sent to it in pieces. */
export type BundleSource = { place: string } | { upload: string };

const PIECE = 4 * 1024 * 1024;

/** The first of what was picked, as a source; a dropped file of the browser is sent first. */
export async function sourceOf(
  picked: PickedFiles,
  onSent: (bytes: number, of: number) => void,
): Promise<BundleSource | null> {
  if (picked.kind === 'places')
    return picked.places[0] === undefined ? null : { place: picked.places[0].token };
  const file = picked.entries[0]?.file;
  if (file === undefined || file.size === 0) return null;
  const { id } = await client.bundles.beginUpload({ name: file.name, size: file.size });
  for (let offset = 0; offset < file.size; offset += PIECE) {
    const piece = await file.slice(offset, offset + PIECE).arrayBuffer();
    await client.bundles.upload({ id, offset, base64: base64Of(new Uint8Array(piece)) });
    onSent(Math.min(file.size, offset + PIECE), file.size);
  }
  return { upload: id };
}

function base64Of(bytes: Uint8Array): string {
  let text = '';
  // In parts, since a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
