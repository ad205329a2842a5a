import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RelationMap } from '#shared/body/contract.ts';
import { around, layoutOf } from '../../../renderer/features/body/map/layout.ts';

const maps = fc
  .record({
    groups: fc.integer({ min: 1, max: 8 }),
    units: fc.integer({ min: 1, max: 12 }),
    people: fc.integer({ min: 1, max: 60 }),
    seed: fc.nat(),
  })
  .map(({ groups, units, people, seed }): RelationMap => {
    const ref = (kind: 'group' | 'unit' | 'person', index: number) => ({
      id: `${kind}${index}`,
      kind,
      title: `${kind} ${index}`,
      level: 'INTERNAL' as const,
    });
    return {
      groups: Array.from({ length: groups }, (_, index) => ({
        ...ref('group', index),
        type: 'OWN' as const,
      })),
      units: Array.from({ length: units }, (_, index) => ref('unit', index)),
      people: Array.from({ length: people }, (_, index) => ({
        ...ref('person', index),
        unitId: `unit${(index * 7 + seed) % units}`,
        staffTier: '' as const,
        isCoordinator: index === 0,
        offices: [{ groupId: `group${(index * 5 + seed) % groups}`, role: 'MEMBER' as const }],
      })),
    };
  });

describe('the layout of the relation map', () => {
  test('no two names of a column touch, all lie within the drawing, and every relation is drawn', () => {
    fc.assert(
      fc.property(maps, (map) => {
        const layout = layoutOf(map);
        for (const [column, gap] of [
          ['groups', 44],
          ['people', 24],
          ['units', 30],
        ] as const) {
          const ys = layout.columns[column].map(({ y }) => y);
          ys.slice(1).forEach((y, index) => {
            expect(y - (ys[index] ?? 0)).toBeGreaterThanOrEqual(gap - 0.001);
          });
          for (const y of ys) expect(y).toBeLessThan(layout.height);
        }
        expect(layout.lines).toHaveLength(map.people.length * 2);
        expect(around(layout, 'person0').size).toBe(3);
      }),
    );
  });

  test('is the same for the same map', () => {
    fc.assert(
      fc.property(maps, (map) => {
        expect(layoutOf(map)).toEqual(layoutOf(structuredClone(map)));
      }),
    );
  });
});
