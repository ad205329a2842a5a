import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#shared/dates.ts';
import { byUrgency, URGENCIES, urgencyOf } from '#shared/today/urgency.ts';

const TODAY = '2026-11-28';

test.each([
  ['2026-11-27', 'OVERDUE'],
  ['2026-11-28', 'WEEK'],
  ['2026-12-05', 'WEEK'],
  ['2026-12-06', 'LATER'],
  [null, 'WAITING'],
] as const)('due %s is %s', (due, urgency) => {
  expect(urgencyOf(due, TODAY)).toBe(urgency);
});

test('tasks stand by urgency, then by day, in one order whatever they came in', () => {
  const task = fc.record({
    days: fc.option(fc.integer({ min: -400, max: 400 })),
    title: fc.constantFrom('甲', '乙', 'a'),
    id: fc.uuid(),
  });
  fc.assert(
    fc.property(fc.array(task), (made) => {
      const tasks = made.map(({ days, title, id }) => {
        const due = days === null ? null : addDays(TODAY, days);
        return { due, title, id, urgency: urgencyOf(due, TODAY) };
      });
      const sorted = tasks.toSorted(byUrgency);
      expect(tasks.toReversed().toSorted(byUrgency)).toEqual(sorted);
      for (const [at, { urgency, due }] of sorted.entries()) {
        const next = sorted[at + 1];
        if (next === undefined) continue;
        expect(URGENCIES.indexOf(urgency)).toBeLessThanOrEqual(URGENCIES.indexOf(next.urgency));
        if (urgency === next.urgency) expect((due ?? '') <= (next.due ?? '')).toBe(true);
      }
    }),
  );
});
