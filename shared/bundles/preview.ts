import { canonicalJson, type Json } from '../canonical.ts';

/**
 * What importing an item would do, field by field. `base` is what the other side last knew or sent, `local` what lies here
 * now, `theirs` what the bundle holds. null: not known, or not there.
 */
export type Comparable = Readonly<Record<string, Json>>;

export type FieldChange =
  /** Both sides have the same. */
  | 'SAME'
  /** Only theirs moved on: taken. */
  | 'UPDATE'
  /** Only ours moved on: kept. */
  | 'KEPT'
  /** Both moved on: a person decides. */
  | 'CONFLICT'
  /** About an item of our own: taken only when a person accepts it. */
  | 'PROPOSAL';

export type ComparedField = {
  field: string;
  base: Json | null;
  local: Json | null;
  theirs: Json;
  change: FieldChange;
};

export type ItemStatus = 'CREATE' | 'UPDATE' | 'SAME' | 'CONFLICT' | 'PROPOSAL';
export type ComparedItem = { status: ItemStatus; fields: ComparedField[] };

/** `owner` is whose item it is: only the origin's own sending updates, what comes back about ours is a proposal. */
export function compareItem(
  { base, local, theirs }: { base: Comparable | null; local: Comparable | null; theirs: Comparable },
  owner: 'THEIRS' | 'OURS',
): ComparedItem {
  if (local === null) {
    const fields = Object.entries(theirs).map(
      ([field, value]): ComparedField => ({
        field,
        base: null,
        local: null,
        theirs: value,
        change: 'UPDATE',
      }),
    );
    return { status: 'CREATE', fields };
  }
  const fields = Object.entries(theirs).map(([field, value]): ComparedField => {
    const before = base?.[field] ?? null;
    const here = local[field] ?? null;
    const known = base !== null && Object.hasOwn(base, field);
    return {
      field,
      base: before,
      local: here,
      theirs: value,
      change: changeOf(known ? before : undefined, here, value, owner),
    };
  });
  return { status: statusOf(fields), fields };
}

/** The person's choices: field by field, theirs or ours. A field that is not named follows the rule. */
export type Choices = Readonly<Record<string, 'THEIRS' | 'OURS'>>;

/** The fields to write, or the names of conflicts nobody decided. */
export function resolve(item: ComparedItem, choices: Choices): { take: string[]; undecided: string[] } {
  const take: string[] = [];
  const undecided: string[] = [];
  for (const { field, change } of item.fields) {
    const choice = choices[field];
    if (change === 'SAME') continue;
    if (change === 'CONFLICT' && choice === undefined) undecided.push(field);
    else if (choice === 'THEIRS' || (choice === undefined && change === 'UPDATE')) take.push(field);
  }
  return { take, undecided };
}

/** `base` undefined: nobody knows what both sides started from. */
function changeOf(base: Json | undefined, local: Json, theirs: Json, owner: 'THEIRS' | 'OURS'): FieldChange {
  if (isSame(local, theirs)) return 'SAME';
  if (base !== undefined && isSame(base, theirs)) return 'KEPT';
  if (owner === 'OURS') return 'PROPOSAL';
  return base !== undefined && isSame(base, local) ? 'UPDATE' : 'CONFLICT';
}

function statusOf(fields: readonly ComparedField[]): ItemStatus {
  const changes = new Set(fields.map(({ change }) => change));
  if (changes.has('CONFLICT')) return 'CONFLICT';
  if (changes.has('PROPOSAL')) return 'PROPOSAL';
  return changes.has('UPDATE') ? 'UPDATE' : 'SAME';
}

function isSame(a: Json, b: Json): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
