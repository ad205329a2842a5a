import { z } from 'zod';
import { procedure } from './errors.ts';
import { placeSchema, placeTokenSchema } from './places.ts';

const listingSchema = z.object({
  here: placeSchema,
  /** null at the home folder: nothing above it is offered. */
  parent: placeTokenSchema.nullable(),
  folders: z.array(placeSchema),
  /** Files with one of the asked endings. */
  files: z.array(placeSchema),
  writable: z.boolean(),
});

/** The folder list under home of the browser door. The desktop door has the system's dialogs and refuses these. */
export const placesContract = {
  list: procedure
    .input(z.object({ at: placeTokenSchema.nullable(), endings: z.array(z.string().max(20)).max(20) }))
    .output(listingSchema),
  makeFolder: procedure
    .input(z.object({ at: placeTokenSchema, name: z.string().min(1).max(120) }))
    .output(placeSchema),
};
