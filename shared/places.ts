import { z } from 'zod';

/**
 * A file or folder of this machine, named by a token that a door gave out for what a person picked or dropped.
 * Screens never see or name a path. Tokens die with the service process.
 */
export const placeTokenSchema = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);
export type PlaceToken = z.infer<typeof placeTokenSchema>;

export const placeSchema = z.object({
  token: placeTokenSchema,
  /** The last part of the name, for people. */
  name: z.string(),
  kind: z.enum(['file', 'folder']),
});
export type Place = z.infer<typeof placeSchema>;
