import type { BlobFacts } from '#db/bundles/blobs.ts';
import type { Inspection } from '../files/inspection.ts';

/** What an inspection found, by the columns of a file. */
export function fileColumns(
  inspection: Inspection,
  isDrawn: boolean,
): Omit<BlobFacts, 'blob' | 'thumbnail' | 'preview'> {
  const { takenAt, gps, durationMs, camera } = inspection;
  const undrawn = inspection.kind === 'image' && !isDrawn && inspection.problems.length === 0;
  return {
    mediaType: inspection.mediaType,
    kind: inspection.kind,
    width: inspection.width,
    height: inspection.height,
    takenAt: takenAt && `${takenAt.local}${takenAt.offset ?? ''}`,
    camera: cameraName(camera?.make ?? '', camera?.model ?? ''),
    gps: gps && { latitude: gps.lat, longitude: gps.lon, altitude: gps.alt },
    durationMs: durationMs === null ? null : Math.round(durationMs),
    pages: inspection.pages,
    problems: undrawn ? ['NO_PREVIEW'] : [...inspection.problems],
  };
}

/** Makers write their name into the model too: 'Canon', 'Canon EOS 5D'. */
function cameraName(make: string, model: string): string | null {
  const name = model.toLowerCase().startsWith(make.toLowerCase()) ? model : `${make} ${model}`;
  return name.trim() || null;
}
