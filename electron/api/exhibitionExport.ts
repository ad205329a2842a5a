import { itemsAbove } from '#db/showcase/leakSources.ts';
import { find, sum } from '#db/tiers.ts';
import type { CalendarDate } from '#shared/dates.ts';
import type { Problem } from '#shared/errors.ts';
import { type WholeExhibition, wholeExhibition } from '../showcase/exhibitionView.ts';
import { exportPack, PackRefusedError } from '../showcase/exportPack.ts';
import { packDeskOf } from '../showcase/packDesk.ts';
import { readinessOf } from '../showcase/readiness.ts';
import type { OpenVault } from '../vault/session.ts';
import { todayOf } from './calendarDay.ts';
import { isEveryTierOpen } from './citations.ts';
import { conflict, invalid, notAllowed, notFound, toContractError } from './errors.ts';
import { findItem } from './items.ts';
import { unlocked } from './procedure.ts';

export const exhibitionExport = {
  export: unlocked.exhibitions.export.handler(({ context: { app, vault }, input }) => {
    if (!isEveryTierOpen(vault)) throw notAllowed({ rule: 'EVERY_TIER_NEEDED' });
    const parent = app.places.resolve(input.place);
    if (!parent) throw invalid({ rule: 'PLACE_UNKNOWN', field: 'place' });
    const { tier, item } = findItem(vault, input.id, 'exhibition');
    const exhibition = wholeExhibition(vault, tier, item);
    const today = todayOf({ app });
    const { problems, until } = readinessOf(exhibition, today);
    if (problems.length > 0) throw notAllowed(...problems);
    const expiresOn = input.expiresOn ?? until;
    if (expiresOn > until)
      throw invalid({ rule: 'EXPIRES_TOO_LATE', field: 'expiresOn', params: { date: until } });
    if (expiresOn < today) throw invalid({ rule: 'EXPIRY_PAST', field: 'expiresOn' });
    const desk = packDeskOf(vault);
    const pictures = exhibition.columns
      .flatMap(({ panels }) => panels)
      .reduce((count, panel) => count + panel.pictures.length, 0);
    const total = pictures + sum(vault.tiers, itemsAbove);
    const job = app.jobs.start('export', item.title, { unit: 'items', total });
    const signal = AbortSignal.any([job.signal, desk.stopping.signal]);
    const now = () => app.now();
    const { inspector } = app;
    const recheck = () => problemsSince(vault, exhibition, todayOf({ app }));
    // One after the other: the next serial is the one after the last in the ledger.
    const before = [...desk.exports.values()].at(-1) ?? Promise.resolve(null);
    const made = before
      .catch(() => null)
      .then(() => exportPack({ vault, inspector, exhibition, parent, expiresOn, recheck, now, job, signal }));
    desk.exports.set(job.id, made);
    made.then(
      () => job.update({ state: 'DONE', done: total }),
      (error: unknown) =>
        job.update({ state: job.signal.aborted ? 'CANCELLED' : 'FAILED', problems: faultsOf(error) }),
    );
    return { jobId: job.id };
  }),

  wait: unlocked.exhibitions.wait.handler(async ({ context: { vault }, input }) => {
    const made = packDeskOf(vault).exports.get(input.jobId);
    if (!made) throw notFound();
    return made.catch((error: unknown) => {
      if (error instanceof PackRefusedError) throw notAllowed(...error.problems);
      if (error instanceof Error && error.name === 'AbortError') throw conflict({ rule: 'JOB_CANCELLED' });
      throw error;
    });
  }),
};

/** Whether what was written is still what may be shown: an edit, a voided approval or a raised picture stops the pack. */
function problemsSince(vault: OpenVault, before: WholeExhibition, today: CalendarDate): Problem[] {
  const found = find(vault.tiers, before.item.id);
  if (found?.item.kind !== 'exhibition') return [{ rule: 'EXHIBITION_CHANGED' }];
  const after = wholeExhibition(vault, found.tier, found.item);
  const { problems } = readinessOf(after, today);
  if (problems.length > 0) return problems;
  return stateOf(after) === stateOf(before) ? [] : [{ rule: 'EXHIBITION_CHANGED' }];
}

function stateOf({ item, columns }: WholeExhibition): string {
  const panels = columns.flatMap((column) => column.panels.map((panel) => panel.item));
  return [item, ...panels].map(({ id, version }) => `${id} ${version}`).join();
}

function faultsOf(error: unknown): Problem[] {
  if (error instanceof PackRefusedError) return [...error.problems];
  const { data } = toContractError(error) as { data?: { problems?: Problem[] } };
  return [...(data?.problems ?? []), { rule: 'PACK_NOT_MADE' }];
}
