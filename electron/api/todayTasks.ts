import { readAgreement } from '#db/agreements/queries.ts';
import { expiringUntil } from '#db/confidentiality/queries.ts';
import { listItems } from '#db/items/nounList.ts';
import { all } from '#db/tiers.ts';
import { readMeta } from '#db/vault/queries.ts';
import { addDays, type CalendarDate, localDateOf } from '#shared/dates.ts';
import type { Task } from '#shared/today/contract.ts';
import { DAYS_AHEAD, urgencyOf } from '#shared/today/urgency.ts';
import type { UnlockedContext } from './context.ts';
import { headOf } from './shown.ts';
import { openResolutions } from './todayMeetings.ts';
import { endingMeasures, endingQualifications, missingReviews, waitingScreenings } from './todayMembers.ts';
import { dueFees, openPanels } from './todayOutcomes.ts';
import { waitingExhibits } from './todayShowcase.ts';

/** What of one area waits for a person; the areas know nothing of each other. */
export type TaskSource = (context: UnlockedContext, today: CalendarDate) => Task[];

/** Backups older than this are asked for again; a laptop is lost faster than that. */
const BACKUP_DAYS = 30;
/** An import whose rest nobody looked at for so long has been decided by that. */
const IMPORT_DAYS = 30;
const DAY_MS = 86_400_000;

export const TASK_SOURCES: readonly TaskSource[] = [
  dueFees,
  openPanels,
  endingQualifications,
  endingMeasures,
  missingReviews,
  waitingScreenings,
  openResolutions,
  waitingExhibits,

  function endingTerms({ vault }, today) {
    const until = addDays(today, DAYS_AHEAD);
    return all(vault.tiers, (tier) => expiringUntil(tier, until)).map((item) => ({
      id: item.id,
      kind: 'TERM',
      urgency: urgencyOf(item.levelExpiry, today),
      due: item.levelExpiry,
      title: item.title,
      item: headOf(vault, item),
      detail: '',
      count: null,
    }));
  },

  function endingAgreements({ vault }, today) {
    const until = addDays(today, DAYS_AHEAD);
    return listItems(vault.tiers, 'agreement', '').flatMap(({ tier, item }) => {
      const due = readAgreement(tier, item.id)?.validTo ?? null;
      // What ended before is history; a new agreement answers it, not this one.
      if (due === null || due > until || due < today) return [];
      const urgency = urgencyOf(due, today);
      return [
        {
          id: item.id,
          kind: 'AGREEMENT',
          urgency,
          due,
          title: item.title,
          item: headOf(vault, item),
          detail: '',
          count: null,
        },
      ];
    });
  },

  function waitingImports({ app }, _today) {
    return app.imports.list().flatMap(({ id, state, title, counts, startedAt }) => {
      const open = (counts.HELD ?? 0) + (counts.FAILED ?? 0);
      const isOld = app.now() - startedAt > IMPORT_DAYS * DAY_MS;
      const waits = state === 'PAUSED' || (state === 'DONE' && open > 0 && !isOld);
      if (!waits) return [];
      return [
        {
          id,
          kind: 'IMPORT',
          urgency: 'WAITING',
          due: null,
          title,
          item: null,
          detail: '',
          count: open > 0 ? open : null,
        },
      ];
    });
  },

  /** Imports have tasks of their own. The others stand here until they are taken off the tray. */
  function failedJobs({ app }, _today) {
    return app.jobs.list().flatMap(({ id, kind, state, title }) => {
      if (state !== 'FAILED' || kind === 'import') return [];
      return [
        { id, kind: 'JOB', urgency: 'WAITING', due: null, title, item: null, detail: kind, count: null },
      ];
    });
  },

  function backup({ vault }, today) {
    if (vault.file.demo) return [];
    const last = readMeta(vault.register, 'lastBackup');
    const due = last === null ? null : addDays(localDateOf(new Date(Number(last))), BACKUP_DAYS);
    if (due !== null && due > today) return [];
    return [
      {
        id: 'backup',
        kind: 'BACKUP',
        urgency: urgencyOf(due, today),
        due,
        title: '',
        item: null,
        detail: '',
        count: null,
      },
    ];
  },
];
