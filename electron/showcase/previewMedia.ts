import { addressOf } from '../api/recordView.ts';
import type { App } from '../app.ts';
import type { OpenVault } from '../vault/session.ts';
import { citedFile } from './citedFile.ts';
import type { PlaceMedia } from './composePack.ts';

/** Pictures of the preview: addresses of the vault. A file that is not there, or is no picture, is left out. */
export function previewMedia(app: App, vault: OpenVault): PlaceMedia {
  return (picture) => {
    const cited = citedFile(vault, picture);
    if (cited.state === 'NOT_OPEN' || !cited.file) return null;
    const { tier, file } = cited;
    if (file.kind !== 'image' && file.kind !== 'video') return null;
    const large = addressOf(app, tier, file, 'preview') ?? addressOf(app, tier, file, 'original');
    if (large === null) return null;
    const source = file.kind === 'video' ? addressOf(app, tier, file, 'original') : large;
    return {
      kind: file.kind,
      src: (source ?? large).address,
      thumb: addressOf(app, tier, file, 'thumbnail')?.address ?? null,
      width: file.width ?? 0,
      height: file.height ?? 0,
    };
  };
}
