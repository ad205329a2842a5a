import { v7 } from 'uuid';
import { z } from 'zod';

/** Every stored thing is named by a UUIDv7: unique across vaults, and sorting by it is sorting by time. */
export const idSchema = z.uuid({ version: 'v7' });
export type Id = z.infer<typeof idSchema>;

export function newId(): Id {
  return v7();
}
