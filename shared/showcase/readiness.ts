import type { CalendarDate } from '../dates.ts';
import type { Problem } from '../errors.ts';
import type { ExhibitionFields } from './exhibition.ts';
import type { PanelFacts } from './gate.ts';
import { exhibitionProblems, type PanelReview } from './review.ts';

export type ReadyPanel = {
  title: string;
  review: PanelReview;
  facts: PanelFacts;
  showFrom: CalendarDate | null;
  showTo: CalendarDate | null;
};

/** What stands in the way of an exhibition leaving the house on a day; none: it may be exported. */
export function exportProblems(
  fields: ExhibitionFields,
  isPublic: boolean,
  panels: readonly ReadyPanel[],
  hidden: number,
  today: CalendarDate,
): Problem[] {
  const problems: Problem[] = [];
  if (!isPublic) problems.push({ rule: 'EXHIBITION_NOT_PUBLIC' });
  if (panels.length === 0) problems.push({ rule: 'EXHIBITION_EMPTY' });
  if (hidden > 0) problems.push({ rule: 'PANELS_HIDDEN', params: { count: hidden } });
  if (fields.endsOn !== null && fields.endsOn < today)
    problems.push({ rule: 'EXHIBITION_OVER', params: { date: fields.endsOn } });
  return [...problems, ...panels.flatMap((panel) => panelProblems(panel, fields.startsOn ?? today, today))];
}

/** The last day a pack may be shown: no longer than the exhibition, any approval and any panel's own days. */
export function shownUntil(
  fields: Pick<ExhibitionFields, 'endsOn'>,
  panels: readonly ReadyPanel[],
  today: CalendarDate,
): CalendarDate {
  const ends = [fields.endsOn, ...panels.flatMap(({ review, showTo }) => [review.validTo, showTo])];
  const last = ends.filter((end) => end !== null).sort()[0];
  return last ?? today;
}

function panelProblems(
  { title, review, facts, showFrom, showTo }: ReadyPanel,
  start: CalendarDate,
  today: CalendarDate,
): Problem[] {
  if (review.state !== 'PUBLISHED') return [{ rule: 'PANEL_NOT_PUBLISHED', params: { title } }];
  const problems: Problem[] = exhibitionProblems(review, facts, today).map(({ rule, params }) => ({
    rule: 'PANEL_NOT_SHOWABLE',
    params: { title, why: rule, point: params?.point ?? '', fact: params?.why ?? '' },
  }));
  const first = start > today ? start : today;
  if (showFrom !== null && showFrom > first)
    problems.push({ rule: 'PANEL_NOT_YET', params: { title, date: showFrom } });
  if (showTo !== null && showTo < today)
    problems.push({ rule: 'PANEL_NO_MORE', params: { title, date: showTo } });
  return problems;
}
