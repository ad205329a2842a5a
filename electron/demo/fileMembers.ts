import { addDays } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import { REVIEW_DIMENSIONS } from '#shared/members/annualReview.ts';
import type { Contribution } from '#shared/members/contribution.ts';
import { type MemberCategory, USUAL_WEIGHTS } from '#shared/members/membership.ts';
import type { UnitKey } from './content/units.ts';
import { workday } from './content/world.ts';
import { idOf, type Stage } from './stage.ts';
import type { StoryEvent } from './story.ts';

const CATEGORIES: readonly (readonly [UnitKey, MemberCategory])[] = [
  ['hospital', 'FOUNDER'],
  ['bio', 'COUNCIL'],
  ['device', 'COUNCIL'],
  ['tech', 'COUNCIL'],
  ['medical', 'COUNCIL'],
  ['pharma', 'REGULAR'],
  ['institute', 'REGULAR'],
  ['clinic', 'REGULAR'],
  ['society', 'REGULAR'],
  ['fund', 'REGULAR'],
  ['transfer', 'REGULAR'],
  ['office', 'OBSERVER'],
];

/** The founding members, a certificate that runs out, what one promised, and one that is told to rectify. */
export function memberEvents(stage: Stage, firstDay: string): StoryEvent[] {
  const { client, units, world } = stage;
  const day = (ago: number) => workday(addDays(world.today, -ago));
  const unit = async (key: UnitKey) => client.members.get({ id: idOf(units, key) });
  /** Fifteen points or so less than all, a little different for each. */
  const reviewWell = async (key: UnitKey, year: number, index: number) => {
    const { id, version } = await unit(key);
    const points = {
      PARTICIPATION: 17 + (index % 3),
      TASKS: 24 + (index % 5),
      RESOURCES: 16,
      OUTCOMES: 14 + (index % 4),
      COMPLIANCE: 9,
    };
    await client.members.putReview({
      id,
      version,
      row: {
        id: newId(),
        year,
        reviewedOn: day(26),
        reviewer: '秘书处',
        opinion: '任务节点按期完成。',
        scores: REVIEW_DIMENSIONS.map((dimension) => ({
          dimension,
          score: points[dimension],
          basis: '',
          evidence: null,
        })),
      },
    });
  };
  const promise: Contribution = {
    id: newId(),
    kind: 'FUNDS',
    what: '早筛项目配套资金',
    promised: 300,
    dueOn: day(30),
    delivered: null,
    deliveredOn: null,
    evidence: null,
    note: '',
  };
  return [
    {
      day: addDays(firstDay, 3),
      minute: 10 * 60,
      run: async () => {
        for (const [key, category] of CATEGORIES) {
          const { id, version } = await unit(key);
          const { vote, benefit } = USUAL_WEIGHTS[category];
          const standing = { category, voteWeight: vote, benefitWeight: benefit, since: firstDay };
          await client.members.setStanding({ id, version, standing, reason: '联合体成立时的成员。' });
        }
      },
    },
    {
      day: day(300),
      minute: 9 * 60,
      run: async () => {
        const { id, version } = await unit('bio');
        const edited = await client.members.putQualification({
          id,
          version,
          row: {
            id: newId(),
            kind: 'HNTE',
            number: 'GR202499001207',
            issuer: '沄州市科学技术局',
            scope: '体外诊断试剂',
            issuedOn: addDays(world.today, -1035),
            expiresOn: addDays(world.today, 60),
            revoked: false,
            evidence: null,
            verifiedBy: '何清越',
            verifiedOn: day(300),
            note: '',
          },
        });
        await client.members.putContribution({ id, version: edited.version, row: promise });
      },
    },
    {
      day: day(90),
      minute: 9 * 60,
      run: async () => {
        const { id, version } = await unit('bio');
        const row = { ...promise, delivered: 240, deliveredOn: day(90) };
        await client.members.putContribution({ id, version, row });
      },
    },
    {
      day: day(26),
      minute: 15 * 60,
      run: async () => {
        const year = Number(day(26).slice(0, 4)) - 1;
        const others = CATEGORIES.filter(([key]) => key !== 'transfer');
        for (const [index, [key]] of others.entries()) await reviewWell(key, year, index);
        const { id, version } = await unit('transfer');
        const points = { PARTICIPATION: 8, TASKS: 16, RESOURCES: 10, OUTCOMES: 9.5, COMPLIANCE: 8 };
        const reviewed = await client.members.putReview({
          id,
          version,
          row: {
            id: newId(),
            year,
            reviewedOn: day(26),
            reviewer: '秘书处',
            opinion: '两项任务节点未完成，投入到位率偏低。',
            scores: REVIEW_DIMENSIONS.map((dimension) => ({
              dimension,
              score: points[dimension],
              basis: '',
              evidence: null,
            })),
          },
        });
        await client.members.openMeasure({
          id,
          version: reviewed.version,
          measure: {
            id: newId(),
            kind: 'RECTIFYING',
            openedOn: day(26),
            reason: '上年度评审不合格，限期完成两项逾期任务。',
            dueOn: addDays(world.today, 20),
          },
        });
      },
    },
  ];
}
