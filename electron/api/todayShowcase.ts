import { listItems } from '#db/items/nounList.ts';
import { readPanel } from '#db/showcase/panels.ts';
import { addDays } from '#shared/dates.ts';
import { isReview } from '#shared/showcase/gate.ts';
import { DAYS_AHEAD, urgencyOf } from '#shared/today/urgency.ts';
import { headOf } from './shown.ts';
import type { TaskSource } from './todayTasks.ts';

/** Exhibition panels that wait for a review, and those that are shown and whose approval ends. */
export const exhibitPanels: TaskSource = ({ vault }, today) => {
  const until = addDays(today, DAYS_AHEAD);
  return listItems(vault.tiers, 'panel', '').flatMap(({ tier, item }) => {
    const row = readPanel(tier, item.id);
    if (row === null) return [];
    const { reviewState, validTo } = row;
    const isShown = reviewState === 'APPROVED' || reviewState === 'PUBLISHED';
    const ends = isShown && validTo !== null && validTo <= until;
    if (!ends && !isReview(reviewState)) return [];
    const due = ends ? validTo : null;
    return [
      {
        id: item.id,
        kind: 'EXHIBIT' as const,
        urgency: urgencyOf(due, today),
        due,
        title: item.title,
        item: headOf(vault, item),
        detail: '',
        count: null,
      },
    ];
  });
};
