import { isPublic } from '#shared/confidentiality/levels.ts';
import type { CalendarDate } from '#shared/dates.ts';
import type { Problem } from '#shared/errors.ts';
import { exportProblems, type ReadyPanel, shownUntil } from '#shared/showcase/readiness.ts';
import type { WholeExhibition } from './exhibitionView.ts';

/** What stands in the way of an export today, and the last day a pack of it may be shown. */
export function readinessOf(
  { item, fields, columns }: WholeExhibition,
  today: CalendarDate,
): { problems: Problem[]; until: CalendarDate } {
  const panels = columns
    .flatMap((column) => column.panels)
    .map(
      (panel): ReadyPanel => ({
        title: panel.item.title,
        review: panel.review,
        facts: panel.facts,
        showFrom: panel.row.showFrom,
        showTo: panel.row.showTo,
      }),
    );
  const hidden = columns.reduce((sum, column) => sum + column.hidden, 0);
  return {
    problems: exportProblems(fields, isPublic(item.level), panels, hidden, today),
    until: shownUntil(fields, panels, today),
  };
}
