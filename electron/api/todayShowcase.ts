import { listItems } from '#db/items/nounList.ts';
import { readPanel } from '#db/showcase/panels.ts';
import { addDays } from '#shared/dates.ts';
import { isReview } from '#shared/showcase/gate.ts';
import { DAYS_AHEAD, urgencyOf } from '#shared/today/urgency.ts';
import { headOf } from './shown.ts';
import type { TaskSource } from './todayTasks.ts';

/** Panels of the showcase that wait for a review or to be published, and those shown whose approval ends. */
export const waitingExhibits: TaskSource = ({ vault }, today) => {
  const until = addDays(today, DAYS_AHEAD);
  return listItems(vault.tiers, 'panel', '').flatMap(({ tier, item }) => {
    const panel = readPanel(tier, item.id);
    if (!panel) return [];
    const { reviewState: state, validTo } = panel;
    const ends = validTo !== null && validTo <= until;
    if (!isReview(state) && state !== 'APPROVED' && !(state === 'PUBLISHED' && ends)) return [];
    const due = ends ? validTo : null;
    return [
      {
        id: item.id,
        kind: 'EXHIBIT' as const,
        urgency: urgencyOf(due, today),
        due,
        title: item.title,
        item: headOf(vault, item),
        detail: state,
        count: null,
      },
    ];
  });
};
