import type { Level } from '#shared/confidentiality/levels.ts';
import { expiryOf, type Term } from '#shared/confidentiality/terms.ts';
import { addDays, addMonths } from '#shared/dates.ts';
import { BASIS } from './content/plan.ts';
import type { Filing } from './fileRecords.ts';
import type { Stage } from './stage.ts';
import type { StoryEvent } from './story.ts';

/** What people did with records afterwards: added to them, moved the shelves, took one out and back. */
export function editEvents(stage: Stage, filings: readonly Filing[]): StoryEvent[] {
  const { client, records, world } = stage;
  const added = filings
    .filter(({ index }) => index % 6 === 1)
    .map(({ plan, index, filedOn }): StoryEvent => {
      const changes =
        index % 12 === 1
          ? { description: `${plan.fields.description ?? ''}\n复核补充：附件目录已核对，页码完整。`.trim() }
          : {
              keywords: [
                ...(plan.fields.keywords ?? []),
                plan.fields.category === 'ZP' ? '宣传素材' : '已复核',
              ],
            };
      return { day: addDays(filedOn, 6), minute: 11 * 60 + index, run: () => edit(stage, index, changes) };
    });
  const shelf = filings
    .filter(({ plan }) => plan.fields.originalPlace?.startsWith('档案室5号架'))
    .slice(0, 12);
  const moved: StoryEvent = {
    day: addMonths(world.today, -5),
    minute: 14 * 60,
    run: async () => {
      const ids = shelf.flatMap(({ index, filedOn }) =>
        filedOn < addMonths(world.today, -5) ? (records[index] ?? []) : [],
      );
      if (ids.length > 0)
        await client.records.editMany({ ids, changes: { originalPlace: '档案室二期密集架A列5层' } });
    },
  };
  const slip: StoryEvent = {
    day: addMonths(world.today, -4),
    minute: 10 * 60,
    run: async () => {
      const ids = [records[60] ?? ''];
      await client.records.remove({ ids, reason: '误认为重复' });
      await client.records.restore({ ids });
    },
  };
  return [...added, moved, slip];
}

async function edit(
  { client, records }: Stage,
  index: number,
  changes: { description: string } | { keywords: string[] },
): Promise<void> {
  const id = records[index] ?? '';
  const { version } = await client.records.get({ id });
  await client.records.edit({ id, version, changes });
}

type Change = { level: Level; term: Term; reason: string; remark: string };

/** Decisions on levels: released at the end of the term, released early, raised, lowered, prolonged. */
export function decisionEvents(stage: Stage, filings: readonly Filing[]): StoryEvent[] {
  const { today } = stage.world;
  const over = filings.filter(
    ({ plan }) => plan.level === 'INTERNAL' && plan.fields.category === 'WS' && plan.term === 'P3Y',
  );
  const released = over.flatMap((filing): StoryEvent[] => {
    const expiry = expiryOf(filing.plan.fields.docDate, filing.plan.term) ?? today;
    if (expiry >= addDays(today, -60)) return [];
    return [
      eventFor(stage, filing, addDays(expiry, 11), {
        level: 'PUBLIC',
        term: null,
        reason: 'EXPIRED',
        remark: '期满审核，无需继续保密。',
      }),
    ];
  });
  const pick = (title: RegExp, level: Level) =>
    filings.find(({ plan }) => title.test(plan.fields.title) && plan.level === level);
  const single: [Filing | undefined, number, Change][] = [
    [
      pick(/胃癌早筛试剂.*报告/, 'TRADE_SECRET'),
      20,
      {
        level: 'PUBLIC',
        term: null,
        reason: 'PATENT_PUBLISHED',
        remark: '相关专利申请已公布，不再需要保密。',
      },
    ],
    [
      pick(/影像判读软件.*报告/, 'INTERNAL'),
      13,
      {
        level: 'TRADE_SECRET',
        term: 'P5Y',
        reason: 'VALUE_INCREASED',
        remark: '算法进入产品化阶段，价值提高。',
      },
    ],
    [
      pick(/总装图/, 'CORE_TRADE_SECRET'),
      3,
      { level: 'TRADE_SECRET', term: 'P10Y', reason: 'OBSOLETE', remark: '结构方案已由第二版替代。' },
    ],
    [
      pick(/细胞骨架荧光/, 'PUBLIC'),
      9,
      { level: 'INTERNAL', term: 'P10Y', reason: 'SET_TOO_LOW', remark: '含未发表结果。' },
    ],
    [
      pick(/溶出曲线/, 'TRADE_SECRET'),
      4,
      { level: 'TRADE_SECRET', term: 'P10Y', reason: 'STILL_NEEDED', remark: '工艺仍在使用，延长保密期限。' },
    ],
  ];
  const taken = single.flatMap(([filing, monthsAgo, change]) => {
    const day = addMonths(today, -monthsAgo);
    return filing && filing.filedOn < day ? [eventFor(stage, filing, day, change)] : [];
  });
  return [...released, ...taken];
}

function eventFor(stage: Stage, { plan, index }: Filing, day: string, change: Change): StoryEvent {
  return {
    day,
    minute: 15 * 60 + 20,
    run: async () => {
      const id = stage.records[index] ?? '';
      const { version } = await stage.client.records.get({ id });
      await stage.client.confidentiality.change({
        id,
        version,
        ...change,
        basis: BASIS[change.level],
        personalInfo: plan.personalInfo,
        approver: stage.approver,
      });
    },
  };
}
