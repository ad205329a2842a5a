import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { listItems } from '#db/items/nounList.ts';
import { toRef } from '#db/items/queries.ts';
import { readUnit } from '#db/members/queries.ts';
import { unitKey } from '#shared/agreements/inForce.ts';
import { canonicalJson } from '#shared/canonical.ts';
import { type Level, TIERS, tierOf } from '#shared/confidentiality/levels.ts';
import type { CalendarDate } from '#shared/dates.ts';
import type { Problem } from '#shared/errors.ts';
import type { Id } from '#shared/ids.ts';
import type { ItemRef } from '#shared/items.ts';
import { BLANK_PARTICULARS, type UnitFields, unitFieldsSchema, unitProblems } from '#shared/members/unit.ts';
import { EMPTY_PERSON_FIELDS, type PersonFields, personFieldsSchema } from '#shared/people/person.ts';
import { matchColumns, type TableColumn, type TableKind, valuesOf } from '#shared/sheets/tableColumns.ts';
import type { TableRow } from '#shared/sheets/tablesContract.ts';
import { linkedRefs } from '../api/shown.ts';
import type { SheetTable } from '../sheets/readSheet.ts';
import type { OpenVault } from '../vault/session.ts';
import { withTitleLevel } from './columns.ts';

export type PlannedRow = TableRow & { make: Making | null };
export type Making =
  | { kind: 'unit'; fields: UnitFields }
  | { kind: 'person'; fields: PersonFields; unitId: Id | null };

export type TablePlan = { rows: PlannedRow[]; unknownColumns: string[]; digest: string };

/** No row of the first lines names every needed column. */
export class NoHeaderError extends Error {
  readonly missing: readonly string[];
  constructor(columns: readonly TableColumn[]) {
    super('the table has no header');
    this.missing = columns.filter(({ required }) => required).map(({ title }) => title);
  }
}

/** Every row of the first table that has a header, as it would come in. @throws NoHeaderError */
export function planTable(
  vault: OpenVault,
  tables: readonly SheetTable[],
  {
    kind,
    level,
    columns,
    today,
  }: { kind: TableKind; level: Level; columns: readonly TableColumn[]; today: CalendarDate },
): TablePlan {
  for (const { rows } of tables) {
    const matched = matchColumns(rows, columns);
    if (matched.headerAt < 0) continue;
    const judge = kind === 'UNITS' ? judgeUnits(vault, today) : judgePeople(vault, level);
    const planned = rows.slice(matched.headerAt + 1).flatMap((row, index): PlannedRow[] => {
      if (row.every((cell) => cell.trim() === '')) return [];
      const values = valuesOf(row, matched, columns);
      return [{ ...judge(values), row: matched.headerAt + index + 2 }];
    });
    const digest = createHash('sha256').update(canonicalJson({ kind, level, planned })).digest('hex');
    return { rows: planned, unknownColumns: matched.unknown, digest };
  }
  throw new NoHeaderError(columns);
}

type Judged = Omit<PlannedRow, 'row'>;
type Judge = (values: Record<string, string>) => Judged;

/** A unit is the same when its code is, or where either has none, its name. */
function judgeUnits(vault: OpenVault, today: CalendarDate): Judge {
  const units = listItems(vault.tiers, 'unit', '');
  const byName = new Map(units.map(({ item }) => [unitKey(item.title), toRef(item)]));
  const byCode = new Map(
    units.flatMap(({ tier, item }) => {
      const { uscc } = readUnit(tier, item.id);
      return uscc === '' ? [] : [[uscc, toRef(item)] as const];
    }),
  );
  const before = new Set<string>();
  return ({ orgType = '', establishedOn = '', ...values }) => {
    const given = {
      ...BLANK_PARTICULARS,
      shortName: '',
      note: '',
      ...values,
      orgType: orgType || null,
      establishedOn: establishedOn || null,
    };
    const shown = { title: values.name ?? '', detail: values.role ?? '' };
    const parsed = unitFieldsSchema.safeParse(given);
    const problems = parsed.success
      ? unitProblems(parsed.data, today).map(atField)
      : problemsOf(parsed.error);
    if (!parsed.success || problems.length > 0) return bad(shown, problems);
    const { name, uscc } = parsed.data;
    const known = uscc === '' ? undefined : byCode.get(uscc);
    const onFile = known ? new Map([[unitKey(name), known]]) : byName;
    const isTwice = uscc !== '' && before.has(uscc);
    const result = judged(shown, unitKey(name), before, onFile, { kind: 'unit', fields: parsed.data });
    if (uscc !== '') before.add(uscc);
    return isTwice && result.status === 'NEW' ? { ...result, status: 'TWICE', make: null } : result;
  };
}

/** Rules name the field of a form; a table has columns. */
function atField(problem: Problem): Problem {
  return { ...problem, field: problem.field?.replace(/^fields\./, '') ?? '' };
}

/** A person is the same when name and unit are. The unit must be on file, and not above the level of the list. */
function judgePeople(vault: OpenVault, level: Level): Judge {
  const units = new Map(
    listItems(vault.tiers, 'unit', '').map(({ tier, item }) => [
      unitKey(item.title),
      { tier: tier.tier, id: item.id },
    ]),
  );
  const keyOf = (name: string, unitId: Id | null) => `${unitKey(name)}\n${unitId ?? ''}`;
  const onFile = new Map(
    listItems(vault.tiers, 'person', '').map(({ item }) => [
      keyOf(item.title, linkedRefs(vault, item.id, 'UNIT')[0]?.id ?? null),
      toRef(item),
    ]),
  );
  const before = new Set<string>();
  return (values) => {
    const { unit: unitName = '', ...rest } = withTitleLevel(values);
    const shown = { title: values.name ?? '', detail: unitName };
    const unit = unitName === '' ? undefined : units.get(unitKey(unitName));
    const parsed = personFieldsSchema.safeParse({ ...EMPTY_PERSON_FIELDS, ...rest });
    const problems = parsed.success ? [] : problemsOf(parsed.error);
    if (unitName !== '' && unit === undefined)
      problems.push({ rule: 'TABLE_UNIT_UNKNOWN', field: 'unit', params: { name: unitName } });
    if (unit && TIERS.indexOf(unit.tier) > TIERS.indexOf(tierOf(level)))
      problems.push({ rule: 'LINK_TARGET_MORE_CONFIDENTIAL', field: 'unit', params: { title: unitName } });
    if (!parsed.success || problems.length > 0) return bad(shown, problems);
    const unitId = unit?.id ?? null;
    const key = keyOf(parsed.data.name, unitId);
    return judged(shown, key, before, onFile, { kind: 'person', fields: parsed.data, unitId });
  };
}

function judged(
  shown: { title: string; detail: string },
  key: string,
  before: Set<string>,
  onFile: ReadonlyMap<string, ItemRef>,
  make: Making,
): Judged {
  const existing = onFile.get(key) ?? null;
  const isTwice = before.has(key);
  before.add(key);
  const status = existing ? 'EXISTS' : isTwice ? 'TWICE' : 'NEW';
  return { ...shown, status, problems: [], existing, make: status === 'NEW' ? make : null };
}

function bad(shown: { title: string; detail: string }, problems: Problem[]): Judged {
  return { ...shown, status: 'BAD', problems, existing: null, make: null };
}

export function problemsOf(error: z.ZodError): Problem[] {
  return error.issues.map((issue) => {
    const max = 'maximum' in issue ? Number(issue.maximum) : undefined;
    const isMissing = issue.code === 'too_small';
    const rule = /^[A-Z][A-Z0-9_]+$/.test(issue.message) ? issue.message : undefined;
    const general = isMissing ? 'REQUIRED' : max === undefined ? 'FIELD_INVALID' : 'TOO_LONG';
    return {
      rule: rule ?? general,
      field: String(issue.path[0] ?? ''),
      ...(max === undefined ? {} : { params: { max } }),
    };
  });
}
