import { listItems } from '#db/items/nounList.ts';
import { readQualifications } from '#db/members/rows.ts';
import { readBoard } from '#db/screening/queries.ts';
import { inOrder } from '#db/tiers.ts';
import { qualificationState, renewFrom } from '#shared/members/qualification.ts';
import { urgencyOf } from '#shared/today/urgency.ts';
import { headOf } from './shown.ts';
import type { TaskSource } from './todayTasks.ts';

/** Where a case waits for nobody here: not handed in yet, or over. */
const AT_REST: ReadonlySet<string> = new Set(['DRAFT', 'ADMITTED', 'REJECTED', 'WITHDRAWN']);

/** Certificates whose renewal must be under way, and those that have run out; due on the last day they are good. */
export const endingQualifications: TaskSource = ({ vault }, today) =>
  listItems(vault.tiers, 'unit', '').flatMap(({ tier, item }) =>
    readQualifications(tier, item.id).flatMap((row) => {
      const { id, kind, number, expiresOn } = row;
      const presses =
        renewFrom(row) !== null && ['EXPIRING', 'EXPIRED'].includes(qualificationState(row, today));
      if (expiresOn === null || !presses) return [];
      return [
        {
          id,
          kind: 'QUALIFICATION' as const,
          urgency: urgencyOf(expiresOn, today),
          due: expiresOn,
          title: item.title,
          item: headOf(vault, item),
          detail: number === '' ? kind : number,
          count: null,
        },
      ];
    }),
  );

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
