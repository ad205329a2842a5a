import { listItems } from '#db/items/nounList.ts';
import { readConclusion } from '#db/outcomes/maturityQueries.ts';
import { readIpItems } from '#db/outcomes/queries.ts';
import { addDays } from '#shared/dates.ts';
import { feeDue } from '#shared/outcomes/intellectualProperty.ts';
import { standingResult } from '#shared/outcomes/panel.ts';
import { DAYS_AHEAD, urgencyOf } from '#shared/today/urgency.ts';
import { headOf, linkedRefs } from './shown.ts';
import type { TaskSource } from './todayTasks.ts';

/** Annual fees of patents that end with the day they are not paid on. */
export const dueFees: TaskSource = ({ vault }, today) => {
  const until = addDays(today, DAYS_AHEAD);
  return listItems(vault.tiers, 'outcome', '').flatMap(({ tier, item }) =>
    readIpItems(tier, item.id).flatMap((ip) => {
      const due = feeDue(ip);
      if (due === null || due > until) return [];
      return [
        {
          id: ip.id,
          kind: 'FEE' as const,
          urgency: urgencyOf(due, today),
          due,
          title: item.title,
          item: headOf(vault, item),
          detail: ip.name,
          count: null,
        },
      ];
    }),
  );
};

/** Panels that were convened and have no result that stands. */
export const openPanels: TaskSource = ({ vault }) =>
  listItems(vault.tiers, 'maturityPanel', '').flatMap(({ tier, item }) =>
    standingResult(readConclusion(tier, item.id)) !== null
      ? []
      : [
          {
            id: item.id,
            kind: 'PANEL' as const,
            urgency: 'WAITING' as const,
            due: null,
            title: item.title,
            item: headOf(vault, item),
            // Panels of one day have one name: the outcome tells them apart, where it is open.
            detail: linkedRefs(vault, item.id, 'OUTCOME')[0]?.title ?? '',
            count: null,
          },
        ],
  );
