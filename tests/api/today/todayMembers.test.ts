import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import { REVIEW_DIMENSIONS } from '#shared/members/annualReview.ts';
import type { MeasureKind } from '#shared/members/measure.ts';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';

/** What members owe, on 20 November 2026. */
let app: TestApp;
beforeEach(async () => {
  app = await openTestVault({ now: () => Date.parse('2026-11-20T04:00:00Z') });
});
afterEach(() => app.close());

async function member(name: string, since: string) {
  const fields = { name, shortName: '', role: 'INDUSTRY' as const, note: '' };
  const { id, version } = await app.client.members.create({ level: 'INTERNAL', fields });
  const standing = { category: 'REGULAR' as const, voteWeight: 1, benefitWeight: 1, since };
  return app.client.members.setStanding({ id, version, standing, reason: '簿库启用前入盟' });
}

async function review({ id }: { id: string }, year: number) {
  const { version } = await app.client.members.get({ id });
  const scores = REVIEW_DIMENSIONS.map((dimension) => ({ dimension, score: 8, basis: '', evidence: null }));
  const row = { id: newId(), year, reviewedOn: `${year}-11-01`, reviewer: '秘书处', opinion: '', scores };
  return app.client.members.putReview({ id, version, row });
}

const tasks = async (wanted: 'REVIEW' | 'MEASURE') =>
  (await app.client.today.tasks())
    .filter(({ kind }) => kind === wanted)
    .map(({ urgency, due, title, detail, count }) => [urgency, due, title, detail, count]);

describe('the annual reviews that are not there yet', () => {
  test('are told a year at a time, the year before as overdue, and are gone once they are there', async () => {
    expect(await tasks('REVIEW')).toEqual([]);
    const one = await member('砚湖生物', '2024-05-01');
    const other = await member('栎原医疗', '2024-05-01');
    await member('今年来的', '2026-03-01');
    expect(await tasks('REVIEW')).toEqual([['OVERDUE', '2025-12-31', '', '2025', 2]]);
    await review(one, 2025);
    expect(await tasks('REVIEW')).toEqual([
      ['OVERDUE', '2025-12-31', '栎原医疗', '2025', 1],
      ['LATER', '2026-12-31', '砚湖生物', '2026', 1],
    ]);
    await review(other, 2025);
    expect(await tasks('REVIEW')).toEqual([['LATER', '2026-12-31', '', '2026', 2]]);
    await review(one, 2026);
    await review(other, 2026);
    expect(await tasks('REVIEW')).toEqual([]);
  });

  test('are not asked for early in the year', async () => {
    await app.close();
    app = await openTestVault({ now: () => Date.parse('2026-05-20T04:00:00Z') });
    await review(await member('砚湖生物', '2024-05-01'), 2025);
    expect(await tasks('REVIEW')).toEqual([]);
  });
});

test('measures with a day are told until they are closed', async () => {
  const { id } = await member('砚湖生物', '2026-05-01');
  const put = async (kind: MeasureKind, dueOn: string | null) => {
    const { version } = await app.client.members.get({ id });
    const measure = { id: newId(), kind, openedOn: '2026-10-01', reason: '任务逾期', dueOn };
    await app.client.members.openMeasure({ id, version, measure });
    return measure.id;
  };
  const rectifying = await put('RECTIFYING', '2026-11-10');
  await put('SUSPENDED', null);
  await put('EXIT_VOLUNTARY', '2026-11-25');
  expect(await tasks('MEASURE')).toEqual([
    ['OVERDUE', '2026-11-10', '砚湖生物', 'RECTIFYING', null],
    ['WEEK', '2026-11-25', '砚湖生物', 'EXIT_VOLUNTARY', null],
  ]);
  const { version } = await app.client.members.get({ id });
  await app.client.members.closeMeasure({
    id,
    version,
    measureId: rectifying,
    outcome: 'CANCELLED',
    closedOn: '2026-11-20',
    reason: '已按期完成',
  });
  expect((await tasks('MEASURE')).map(([, , , kind]) => kind)).toEqual(['EXIT_VOLUNTARY']);
});
