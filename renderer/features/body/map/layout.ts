import type { RelationMap } from '#shared/body/contract.ts';

export const MAP = {
  width: 940,
  row: 24,
  top: 36,
  groupX: 180,
  personX: 380,
  personEnd: 510,
  unitX: 670,
} as const;

export type MapColumn = 'groups' | 'people' | 'units';
export type MapNode = { id: string; column: MapColumn; y: number };
export type MapLine = { from: string; to: string; fromY: number; toY: number; kind: 'office' | 'unit' };
export type MapLayout = { height: number; columns: Record<MapColumn, MapNode[]>; lines: MapLine[] };

/**
 * Three columns: people in the middle, one row each, those of a group together and of a unit beside each other; groups and
 * units stand at the middle of their people, never closer than their names need.
 */
export function layoutOf(map: RelationMap): MapLayout {
  const groupIndex = new Map(map.groups.map(({ id }, index) => [id, index]));
  const unitIndex = new Map(map.units.map(({ id }, index) => [id, index]));
  const rank = (person: RelationMap['people'][number]) => [
    Math.min(...person.offices.map(({ groupId }) => groupIndex.get(groupId) ?? 999), 999),
    unitIndex.get(person.unitId ?? '') ?? 999,
  ];
  const ordered = [...map.people].sort((a, b) => {
    const [groupA = 0, unitA = 0] = rank(a);
    const [groupB = 0, unitB = 0] = rank(b);
    return groupA - groupB || unitA - unitB || (a.title < b.title ? -1 : 1);
  });
  const people = ordered.map(
    ({ id }, index): MapNode => ({
      id,
      column: 'people',
      y: MAP.top + MAP.row / 2 + index * MAP.row,
    }),
  );
  const yOf = new Map(people.map(({ id, y }) => [id, y]));
  const span = { from: MAP.top + MAP.row / 2, to: MAP.top + ordered.length * MAP.row - MAP.row / 2 };
  const groups = spread(
    map.groups.map(({ id }) => ({
      id,
      ys: ordered
        .filter(({ offices }) => offices.some(({ groupId }) => groupId === id))
        .map((one) => yOf.get(one.id) ?? 0),
    })),
    'groups',
    44,
    span,
  );
  const units = spread(
    map.units.map(({ id }) => ({
      id,
      ys: ordered.filter(({ unitId }) => unitId === id).map((one) => yOf.get(one.id) ?? 0),
    })),
    'units',
    30,
    span,
  );
  const placeOf = new Map([...groups, ...units].map(({ id, y }) => [id, y]));
  const lines = ordered.flatMap((person): MapLine[] => {
    const y = yOf.get(person.id) ?? 0;
    const offices = person.offices.flatMap(({ groupId }): MapLine[] => {
      const fromY = placeOf.get(groupId);
      return fromY === undefined ? [] : [{ from: groupId, to: person.id, fromY, toY: y, kind: 'office' }];
    });
    const unitY = placeOf.get(person.unitId ?? '');
    if (unitY === undefined || person.unitId === null) return offices;
    return [...offices, { from: person.id, to: person.unitId, fromY: y, toY: unitY, kind: 'unit' }];
  });
  const lowest = Math.max(...[...people, ...groups, ...units].map(({ y }) => y), MAP.top);
  return { height: lowest + MAP.row, columns: { groups, people, units }, lines };
}

/** At the mean of their people, in that order, at least `gap` apart and as near to the column of people as can be. */
function spread(
  nodes: readonly { id: string; ys: readonly number[] }[],
  column: MapColumn,
  gap: number,
  span: { from: number; to: number },
): MapNode[] {
  const mean = (ys: readonly number[]) =>
    ys.length === 0 ? Number.MAX_SAFE_INTEGER : ys.reduce((sum, y) => sum + y, 0) / ys.length;
  const ordered = [...nodes].sort((a, b) => mean(a.ys) - mean(b.ys));
  const placed: MapNode[] = [];
  for (const { id, ys } of ordered) {
    const wanted = ys.length === 0 ? span.to : mean(ys);
    const free = placed.length === 0 ? span.from : (placed.at(-1)?.y ?? 0) + gap;
    placed.push({ id, column, y: Math.max(wanted, free) });
  }
  // What was pushed below the last person moves up again as far as the gaps allow.
  let limit = Math.max(span.to, span.from + (placed.length - 1) * gap);
  for (const node of placed.toReversed()) {
    node.y = Math.min(node.y, limit);
    limit = node.y - gap;
  }
  return placed;
}

/** Everything one step away from a node, and what belongs to a person of a group or unit: what stays bright when it is chosen. */
export function around({ lines }: MapLayout, id: string): Set<string> {
  const near = new Set([id]);
  for (const { from, to } of lines) {
    if (from === id) near.add(to);
    if (to === id) near.add(from);
  }
  return near;
}
