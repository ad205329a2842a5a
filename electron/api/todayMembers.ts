import { listItems } from '#db/items/nounList.ts';
import { readItem } from '#db/items/queries.ts';
import { measuresDue, reviewedMembers } from '#db/members/due.ts';
import { readQualifications } from '#db/members/rows.ts';
import { readBoard } from '#db/screening/queries.ts';
import { all, inOrder } from '#db/tiers.ts';
import { addDays } from '#shared/dates.ts';
import { missingReview } from '#shared/members/annualReview.ts';
import { lookAgainOn, qualificationState, renewFrom } from '#shared/members/qualification.ts';
import { DAYS_AHEAD, urgencyOf } from '#shared/today/urgency.ts';
import { headOf } from './shown.ts';
import type { TaskSource } from './todayTasks.ts';

/** Where a case waits for nobody here: not handed in yet, or over. */
const AT_REST: ReadonlySet<string> = new Set(['DRAFT', 'ADMITTED', 'REJECTED', 'WITHDRAWN']);

/** Certificates whose renewal must be under way, and those that have run out; due on the last day they are good. */
export const endingQualifications: TaskSource = ({ vault }, today) =>
  listItems(vault.tiers, 'unit', '').flatMap(({ tier, item }) =>
    readQualifications(tier, item.id).flatMap((row) => {
      const { id, kind, number, expiresOn } = row;
      const due = renewFrom(row) === null ? lookAgainOn(row) : expiresOn;
      if (due === null || !['EXPIRING', 'EXPIRED'].includes(qualificationState(row, today))) return [];
      return [
        {
          id,
          kind: 'QUALIFICATION' as const,
          urgency: urgencyOf(due, today),
          due,
          title: item.title,
          item: headOf(vault, item),
          detail: number === '' ? kind : number,
          count: null,
        },
      ];
    }),
  );

/** What a member was given a day for: to rectify, or until its notice has run. */
export const endingMeasures: TaskSource = ({ vault }, today) => {
  const until = addDays(today, DAYS_AHEAD);
  return all(vault.tiers, (tier) =>
    measuresDue(tier, until).flatMap(({ id, unitId, kind, dueOn }) => {
      const item = readItem(tier, unitId);
      if (item === null) return [];
      return [
        {
          id,
          kind: 'MEASURE' as const,
          urgency: urgencyOf(dueOn, today),
          due: dueOn,
          title: item.title,
          item: headOf(vault, item),
          detail: kind,
          count: null,
        },
      ];
    }),
  );
};

/** Annual reviews that are not there yet: one task a year, of the member itself where it is the only one. */
export const missingReviews: TaskSource = ({ vault }, today) => {
  const until = addDays(today, DAYS_AHEAD);
  const year = Number(today.slice(0, 4)) - 1;
  const missing = all(vault.tiers, (tier) =>
    reviewedMembers(tier, year).flatMap(({ unitId, since, reviews }) => {
      const wanted = missingReview(since, reviews, today);
      return wanted === null || wanted.due > until ? [] : [{ ...wanted, tier, unitId }];
    }),
  );
  return [...Map.groupBy(missing, (each) => each.year)].flatMap(([of, members]) => {
    const [first] = members;
    if (first === undefined) return [];
    const item = members.length === 1 ? readItem(first.tier, first.unitId) : null;
    const only = item && headOf(vault, item);
    return [
      {
        id: only?.id ?? `reviews-${of}`,
        kind: 'REVIEW' as const,
        urgency: urgencyOf(first.due, today),
        due: first.due,
        title: only?.title ?? '',
        item: only,
        detail: String(of),
        count: members.length,
      },
    ];
  });
};

/** Cases under way: each waits for the next decision. */
export const waitingScreenings: TaskSource = ({ vault }) => {
  const boards = inOrder(vault.tiers).map(readBoard);
  return listItems(vault.tiers, 'screening', '').flatMap(({ item }) => {
    const stage = boards.flatMap((board) => board.get(item.id) ?? [])[0]?.stage;
    if (stage === undefined || AT_REST.has(stage)) return [];
    return [
      {
        id: item.id,
        kind: 'SCREENING' as const,
        urgency: 'WAITING' as const,
        due: null,
        title: item.title,
        item: headOf(vault, item),
        detail: stage,
        count: null,
      },
    ];
  });
};
