import { useState } from 'react';
import type { RecordFile } from '#shared/records/file.ts';
import { useFileUrl, useVaultUrl } from '../fileUrls.ts';

/** Formats every browser draws by itself; of others only a picture made by the service is shown. */
const DRAWABLE = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif', 'image/bmp']);

/**
 * The sharpest picture there is: the thumbnail at once, then the original, or for formats that browsers do not know the
 * stored preview. `next` is loaded unseen, so that nothing flickers on the way.
 */
export function useSharpestSource(file: RecordFile) {
  const thumbnail = useVaultUrl(file.thumbnail);
  const best = useFileUrl(file.id, DRAWABLE.has(file.mediaType) ? 'original' : 'preview');
  const [loaded, setLoaded] = useState<{ fileId: string; url: string } | null>(null);
  const [broken, setBroken] = useState<string | null>(null);
  const shown = loaded?.fileId === file.id ? loaded.url : thumbnail;
  const next = best.url !== undefined && best.url !== shown && best.url !== broken ? best.url : undefined;
  return {
    shown,
    next,
    failed: shown === undefined && (best.failed || (best.url !== undefined && best.url === broken)),
    onNextLoad: () => next !== undefined && setLoaded({ fileId: file.id, url: next }),
    onNextError: () => next !== undefined && setBroken(next),
  };
}
