import type { Place } from '#db/paging.ts';
import { invalid } from './errors.ts';

/** A place in a list as the text that goes out and comes back. */
export function toCursor(place: Place | null): string | null {
  return place === null ? null : Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** @throws INVALID for what is no cursor of ours. */
export function fromCursor(cursor: string | null): Place | null {
  if (cursor === null) return null;
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(place) &&
      place.every((value) => value === null || ['string', 'number'].includes(typeof value))
    ) {
      return place as Place;
    }
  } catch {
    // Falls through to the refusal below.
  }
  throw invalid({ rule: 'CURSOR_UNKNOWN', field: 'after' });
}
