import { randomBytes } from 'node:crypto';
import { basename } from 'node:path';
import type { Place, PlaceToken } from '#shared/places.ts';

/** Tokens for files and folders that a person picked or dropped. A screen that has no token can name nothing. */
export type Places = {
  grant(path: string, kind: Place['kind']): Place;
  /** The path behind a token, or null where this process gave out none such. */
  resolve(token: PlaceToken): string | null;
};

export function createPlaces(): Places {
  const paths = new Map<PlaceToken, string>();
  const tokens = new Map<string, PlaceToken>();
  return {
    grant(path, kind) {
      const token = tokens.get(path) ?? randomBytes(18).toString('base64url');
      tokens.set(path, token);
      paths.set(token, path);
      return { token, name: basename(path) || path, kind };
    },
    resolve: (token) => paths.get(token) ?? null,
  };
}
