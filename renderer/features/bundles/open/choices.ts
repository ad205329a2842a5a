import type { ImportDecision, ImportItem } from '#shared/bundles/receivedContract.ts';

/** What the person decided about one item; fields that are not named follow the rule. */
export type Choice = { skip: boolean; fields: Readonly<Record<string, 'THEIRS' | 'OURS'>> };
export type Choices = Readonly<Record<string, Choice>>;

export const NO_CHOICE: Choice = { skip: false, fields: {} };

/** Conflicts of items that are to be imported and that nobody has decided. */
export function undecidedCount(items: readonly ImportItem[], choices: Choices): number {
  return items.reduce((sum, item) => {
    const { skip, fields } = choices[item.id] ?? NO_CHOICE;
    if (skip) return sum;
    return (
      sum +
      item.fields.filter(({ change, field }) => change === 'CONFLICT' && fields[field] === undefined).length
    );
  }, 0);
}

/** How many items the import would touch: made, updated, or decided. */
export function takenCount(items: readonly ImportItem[], choices: Choices): number {
  return items.filter((item) => isTaken(item, choices[item.id] ?? NO_CHOICE)).length;
}

export function decisionsOf(items: readonly ImportItem[], choices: Choices): ImportDecision[] {
  return items.flatMap((item) => {
    const choice = choices[item.id];
    return choice === undefined ? [] : [{ id: item.id, skip: choice.skip, fields: { ...choice.fields } }];
  });
}

function isTaken({ status, fields }: ImportItem, choice: Choice): boolean {
  if (status === 'SAME' || status === 'REFUSED' || choice.skip) return false;
  if (status === 'CREATE' || status === 'UPDATE' || status === 'CONFLICT') return true;
  return fields.some(({ field }) => choice.fields[field] === 'THEIRS');
}
