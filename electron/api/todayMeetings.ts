import { find } from '#db/tiers.ts';
import { addDays } from '#shared/dates.ts';
import { DAYS_AHEAD, urgencyOf } from '#shared/today/urgency.ts';
import { openActions } from './meetingView.ts';
import { headOf } from './shown.ts';
import type { TaskSource } from './todayTasks.ts';

/** What meetings resolved and nobody has closed yet. */
export const openResolutions: TaskSource = (context, today) => {
  const until = addDays(today, DAYS_AHEAD);
  return openActions(context).flatMap(({ meeting, resolution }) => {
    const found = find(context.vault.tiers, meeting.id);
    if (found === null || (resolution.dueOn !== null && resolution.dueOn > until)) return [];
    return [
      {
        id: resolution.id,
        kind: 'ACTION' as const,
        urgency: urgencyOf(resolution.dueOn, today),
        due: resolution.dueOn,
        title: meeting.title,
        item: headOf(context.vault, found.item),
        detail: resolution.content,
        count: null,
      },
    ];
  });
};
