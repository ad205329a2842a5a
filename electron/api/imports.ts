import { invalid } from './errors.ts';
import { unlocked } from './procedure.ts';

export const imports = {
  begin: unlocked.imports.begin.handler(({ context: { app }, input }) =>
    app.imports.begin(
      input.plan,
      input.places.map((token) => {
        const path = app.places.resolve(token);
        if (path === null) throw invalid({ rule: 'PLACE_UNKNOWN', field: 'places' });
        return path;
      }),
    ),
  ),

  announce: unlocked.imports.announce.handler(async ({ context: { app }, input }) => ({
    wanted: await app.imports.announce(input.id, input.entries, input.last),
  })),

  list: unlocked.imports.list.handler(({ context: { app } }) => app.imports.list()),

  get: unlocked.imports.get.handler(({ context: { app }, input }) => app.imports.get(input.id)),

  entries: unlocked.imports.entries.handler(({ context: { app }, input: { id, ...query } }) =>
    app.imports.entries(id, query),
  ),

  cancel: unlocked.imports.cancel.handler(({ context: { app }, input }) => app.imports.cancel(input.id)),

  resume: unlocked.imports.resume.handler(({ context: { app }, input }) => app.imports.resume(input.id)),

  declareQuoted: unlocked.imports.declareQuoted.handler(({ context: { app }, input }) =>
    app.imports.declareQuoted(input.id, input.entryId, input.declaration),
  ),

  undo: unlocked.imports.undo.handler(({ context: { app }, input }) => app.imports.undo(input.id)),
};
