import { useState } from 'react';
import type { RecordFile } from '#shared/records/file.ts';
import { useFileUrl, useVaultUrl } from '../fileUrls.ts';
import type { Picture } from './usePicture.ts';

/** Formats every browser draws by itself; of others only the stored preview is shown. */
const DRAWABLE = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif', 'image/bmp']);
/** Longest edge of a stored preview. */
const PREVIEW_EDGE = 2048;

/**
 * The sharpest picture that is worth having: the thumbnail at once, then the stored preview, and the original only when
 * its pixels are wanted. `next` is loaded unseen, so that nothing flickers on the way.
 */
export function useSharpestSource(file: RecordFile, picture: Picture) {
  const thumbnail = useVaultUrl(file.thumbnail);
  const [loaded, setLoaded] = useState<{ fileId: string; url: string } | null>(null);
  const [broken, setBroken] = useState<string | null>(null);
  const drawable = DRAWABLE.has(file.mediaType);
  const preview = useFileUrl(file.id, 'preview');
  const original = useFileUrl(
    file.id,
    'original',
    drawable && (preview.failed || wantsOriginal(file, picture)),
  );
  const best = original.url ?? preview.url;
  const shown = loaded?.fileId === file.id ? loaded.url : thumbnail;
  const next = best !== undefined && best !== shown && best !== broken ? best : undefined;
  return {
    shown,
    next,
    failed:
      shown === undefined &&
      next === undefined &&
      preview.failed &&
      (!drawable || original.failed || broken !== null),
    onNextLoad: () => next !== undefined && setLoaded({ fileId: file.id, url: next }),
    onNextError: () => next !== undefined && setBroken(next),
  };
}

function wantsOriginal(file: RecordFile, { view }: Picture): boolean {
  const edge = Math.max(file.width ?? 0, file.height ?? 0);
  return edge > PREVIEW_EDGE && edge * view.scale * devicePixelRatio > PREVIEW_EDGE * 1.05;
}
