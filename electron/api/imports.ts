import type { TierFile } from '#db/open.ts';
import type { ImportPlan } from '#shared/records/importsContract.ts';
import { recordFieldsSchema } from '#shared/records/recordFields.ts';
import type { OpenVault } from '../vault/session.ts';
import { invalid } from './errors.ts';
import { assertTerm, findItem, linkTargets, openTierFor } from './items.ts';
import { unlocked } from './procedure.ts';

export const imports = {
  begin: unlocked.imports.begin.handler(({ context: { app, vault }, input }) => {
    const { tier, plan } = checkedPlan(vault, input.plan);
    const places = input.places.map((token) => {
      const path = app.places.resolve(token);
      if (path === null) throw invalid({ rule: 'PLACE_UNKNOWN', field: 'places' });
      return path;
    });
    return app.imports.begin(tier, plan, places);
  }),

  announce: unlocked.imports.announce.handler(async ({ context: { app }, input }) => ({
    wanted: await app.imports.announce(input.id, input.entries, input.last),
  })),

  list: unlocked.imports.list.handler(({ context: { app } }) => app.imports.list()),

  get: unlocked.imports.get.handler(({ context: { app }, input }) => app.imports.get(input.id)),

  entries: unlocked.imports.entries.handler(({ context: { app }, input: { id, ...query } }) =>
    app.imports.entries(id, query),
  ),

  rows: unlocked.imports.rows.handler(({ context: { app }, input }) =>
    app.imports.rows(input.id, input.after, input.limit),
  ),

  cancel: unlocked.imports.cancel.handler(({ context: { app }, input }) => app.imports.cancel(input.id)),

  resume: unlocked.imports.resume.handler(({ context: { app }, input }) => app.imports.resume(input.id)),

  declareQuoted: unlocked.imports.declareQuoted.handler(({ context: { app }, input }) =>
    app.imports.declareQuoted(input.id, input.entryId, input.declaration),
  ),

  undo: unlocked.imports.undo.handler(({ context: { app }, input }) => app.imports.undo(input.id)),
};

/**
 * The plan with everything it names found, and the tier it is carried out in. Files that go to a record take its level,
 * whatever the plan says: a record lives wholly in one tier.
 */
function checkedPlan(vault: OpenVault, plan: ImportPlan): { tier: TierFile; plan: ImportPlan } {
  // The rows of a catalogue come by a preview of their own.
  if (plan.shape === 'CATALOGUE') throw invalid({ rule: 'FIELD_INVALID', field: 'plan.shape' });
  if (plan.recordId !== null) {
    const { tier, item } = findItem(vault, plan.recordId, 'record');
    const { level, basis } = item;
    return { tier, plan: { ...plan, shape: 'ONE', level, term: item.term, basis, title: '' } };
  }
  assertTerm(plan.level, plan.term);
  const tier = openTierFor(vault, plan.level);
  linkTargets(vault, tier, plan.projectId ? [plan.projectId] : [], 'project', 'plan.projectId');
  linkTargets(vault, tier, plan.peopleIds, 'person', 'plan.peopleIds');
  return { tier, plan: plan.shape === 'EACH' ? plan : { ...plan, title: checkedTitle(plan.title) } };
}

/** One record for all has the title that was given; with EACH the names of the files are the titles. */
function checkedTitle(title: string): string {
  const checked = recordFieldsSchema.shape.title.safeParse(title);
  if (checked.success) return checked.data;
  throw invalid({ rule: checked.error.issues[0]?.message ?? 'REQUIRED', field: 'plan.title' });
}
