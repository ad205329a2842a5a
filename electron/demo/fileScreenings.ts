import { addDays, type CalendarDate, localDateOf } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import { EXIT_ITEMS } from '#shared/members/measure.ts';
import type { Decision, NewCase } from '#shared/screening/case.ts';
import { CHECK_ITEMS } from '#shared/screening/checklist.ts';
import type { Case } from '#shared/screening/contract.ts';
import { BLANK_SCORES, CRITERION_POINTS, type Criterion } from '#shared/screening/panel.ts';
import type { PaperKey } from './content/applicantPapers.ts';
import { APPLICANTS, type ApplicantKey } from './content/applicants.ts';
import { workday } from './content/world.ts';
import { fileApplicantPapers, type Papers } from './fileApplicantPapers.ts';
import type { Stage } from './stage.ts';
import type { StoryEvent } from './story.ts';

const CHARTER = '章程（第二版）';
const VOTE = { members: 13, present: 11, recused: 0, inFavour: 9, against: 1, abstained: 1 };

/** Applicants at every stage: each deed on its own day, by the same gates as for anybody. */
export function screeningEvents(stage: Stage): StoryEvent[] {
  return [
    ...story(stage, 'xilan', { category: 'REGULAR', intended: '早筛试剂的多中心样本检测。' }, []),
    ...story(stage, 'qingluan', { category: 'REGULAR', intended: '承担第三方检验与质控。' }, [
      [9, (it) => it.pass()],
      [8, (it) => it.lookUp()],
      [8, (it) => it.pass()],
      [3, (it) => it.check(6)],
    ]),
    ...story(stage, 'shuyuan', { category: 'OBSERVER', intended: '肿瘤数据产品的治理工具。' }, [
      [24, (it) => it.pass()],
      [23, (it) => it.lookUp()],
      [23, (it) => it.pass()],
      [15, (it) => it.decide('RETURNED', '保密承诺书未加盖公章，请补正后重新提交。')],
    ]),
    ...story(stage, 'hengyan', { category: 'COUNCIL', intended: '影像判读算法的产品化与注册。' }, [
      [38, (it) => it.pass()],
      [37, (it) => it.lookUp()],
      [37, (it) => it.pass()],
      [30, (it) => it.check(CHECK_ITEMS.length)],
      [28, (it) => it.pass('清单齐备，提交专家评审。')],
      [12, (it) => it.score([0.9, 0.85])],
    ]),
    ...story(stage, 'lanze', { category: 'REGULAR', intended: '术后康复的临床观察。' }, [
      [60, (it) => it.pass()],
      [59, (it) => it.lookUp()],
      [58, (it) => it.pass()],
      [50, (it) => it.check(CHECK_ITEMS.length)],
      [48, (it) => it.pass()],
      [36, (it) => it.score([0.88, 0.8, 0.75])],
      [34, (it) => it.pass('三位专家一致同意推荐。')],
      [12, (it) => it.pass('', VOTE)],
      [2, (it) => it.publish()],
    ]),
    ...story(stage, 'yuanhe', { category: 'REGULAR', intended: '营养制剂。' }, [
      [90, (it) => it.pass()],
      [89, (it) => it.lookUp()],
      [88, (it) => it.pass()],
      [80, (it) => it.decide('REJECTED', '产品与肿瘤医学转化无关，不符合章程规定的领域。')],
    ]),
    { day: workday(addDays(stage.world.today, -200)), minute: 11 * 60, run: () => enterPaperCase(stage) },
  ];
}

type Teller = ReturnType<typeof tellerOf>;

function story(
  stage: Stage,
  key: ApplicantKey,
  wanted: Pick<NewCase, 'category' | 'intended'>,
  deeds: readonly [daysAgo: number, deed: (it: Teller) => Promise<void>][],
): StoryEvent[] {
  const first = (deeds[0]?.[0] ?? 4) + 1;
  const teller = tellerOf(stage);
  const dayOf = (daysAgo: number) => workday(addDays(stage.world.today, -daysAgo));
  return [
    { day: dayOf(first), minute: 9 * 60, run: () => teller.apply(key, wanted) },
    ...deeds.map(([daysAgo, deed], index) => ({
      day: dayOf(daysAgo),
      minute: 10 * 60 + index,
      run: () => deed(teller),
    })),
  ];
}

/** Tells one case, deed by deed. */
function tellerOf(stage: Stage) {
  const { client, clock } = stage;
  let id = '';
  let unitId = '';
  let papers: Papers | null = null;
  const today = (): CalendarDate => localDateOf(new Date(clock.now()));
  const present = (): Promise<Case> => client.screening.get({ id });
  async function take(decision: Pick<Decision, 'outcome' | 'opinion' | 'vote'>): Promise<void> {
    const it = await present();
    const decidedOn = it.since !== null && it.since > today() ? it.since : today();
    await client.screening.decide({
      id,
      version: it.version,
      stage: it.stage,
      decision: { ...decision, decidedOn, evidence: null },
    });
  }
  return {
    async apply(key: ApplicantKey, wanted: Pick<NewCase, 'category' | 'intended'>) {
      papers = await fileApplicantPapers(stage, APPLICANTS[key], wanted.intended, today());
      unitId = (await client.members.create({ level: 'INTERNAL', fields: APPLICANTS[key] })).id;
      const charter = (await client.rulesets.list()).find(({ fields }) => fields.type === 'CHARTER');
      const version = charter?.versions.find(({ inForce }) => inForce);
      const charterVersion = charter && version ? { rulesetId: charter.id, versionId: version.id } : null;
      const fields: NewCase = { preset: 'FULL', charter: CHARTER, charterVersion, note: '', ...wanted };
      id = (await client.screening.create({ level: 'INTERNAL', unitId, fields })).id;
    },
    pass: (opinion = '', vote: Decision['vote'] = null) => take({ outcome: 'PASSED', opinion, vote }),
    decide: (outcome: Decision['outcome'], opinion: string) => take({ outcome, opinion, vote: null }),
    async lookUp() {
      let unit = await client.members.get({ id: unitId });
      for (const source of ['SXBZXR', 'YZWF'] as const) {
        const row = {
          id: newId(),
          source,
          queriedOn: today(),
          queriedBy: '何清越',
          keyword: unit.title,
          result: 'CLEAR' as const,
          note: '',
          evidence: null,
        };
        unit = await client.members.putCreditCheck({ id: unitId, version: unit.version, row });
      }
    },
    async check(count: number) {
      for (const item of CHECK_ITEMS.slice(0, count)) {
        const { version } = await present();
        const check =
          item === 'DATA_ETHICS' || papers === null
            ? { item, verdict: 'NOT_APPLICABLE' as const, note: '不涉及人体样本。', evidence: null }
            : { item, verdict: 'PASS' as const, note: '', evidence: papers[item] };
        await client.screening.putCheck({ id, version, check });
      }
    },
    async score(shares: readonly number[]) {
      const experts = stage.people.slice(-shares.length - 1);
      for (const [index, personId] of experts.entries()) {
        const sheet = await client.screening.addSheet({ caseId: id, personId, level: 'TRADE_SECRET' });
        const share = shares[index];
        // The last expert is recused where all others have scored, and has not begun where somebody is still missing.
        if (share === undefined && shares.length < 3) continue;
        const edited = await client.screening.editSheet({
          id: sheet.id,
          version: sheet.version,
          fields: {
            recused: share === undefined,
            recusalReason: share === undefined ? '与申请单位有合作研究。' : '',
            opinion: share === undefined ? '' : '同意推荐。',
            scores: BLANK_SCORES.map((score) =>
              share === undefined
                ? score
                : {
                    ...score,
                    score: Math.round(CRITERION_POINTS[score.criterion] * share),
                    evidence: papers?.[PAPER_OF[score.criterion]] ?? null,
                  },
            ),
          },
        });
        if (share === undefined) continue;
        await client.screening.signSheet({ id: sheet.id, version: edited.version, signedOn: today() });
      }
    },
    async publish() {
      const it = await present();
      const edited = await client.screening.edit({
        id,
        version: it.version,
        fields: { publicityFrom: today(), publicityPlace: '联合体门户网站、沄江肿瘤医院公示栏' },
      });
      const objection = {
        id: newId(),
        receivedOn: today(),
        objector: '沄州市民 王某',
        content: '询问该院是否具备开展随访的伦理审查条件。',
        verdict: 'PENDING' as const,
        answer: '',
        answeredOn: null,
        evidence: null,
      };
      await client.screening.putObjection({ id, version: edited.version, objection });
    },
  };
}

/** What an expert reads for each score. */
const PAPER_OF: Record<Criterion, PaperKey> = {
  FIELD_FIT: 'FIELD',
  RD_ABILITY: 'RD_ABILITY',
  QUALIFICATIONS: 'ROLE_QUALIFIED',
  RESOURCES: 'RESOURCES',
  TEAM: 'KEY_PEOPLE',
};

/** A member of the first hour, entered from its papers, that has left since. */
async function enterPaperCase({ client, world }: Stage): Promise<void> {
  const day = (ago: number) => workday(addDays(world.today, -ago));
  const unit = await client.members.create({ level: 'INTERNAL', fields: APPLICANTS.jiudu });
  const step = (ago: number, vote: Decision['vote'] = null) => ({
    outcome: 'PASSED' as const,
    decidedOn: day(ago),
    opinion: '',
    vote,
    evidence: null,
    actor: '林致远',
  });
  await client.screening.backfill({
    level: 'INTERNAL',
    unitId: unit.id,
    fields: {
      preset: 'SHORT',
      charter: '章程（第一版）',
      category: 'REGULAR',
      intended: '原料药供应。',
      note: '',
    },
    particulars: {},
    panel: null,
    steps: [step(620), step(618), step(600), step(590, VOTE)],
  });
  let present = await client.members.get({ id: unit.id });
  const measureId = newId();
  present = await client.members.openMeasure({
    id: unit.id,
    version: present.version,
    measure: {
      id: measureId,
      kind: 'EXIT_VOLUNTARY',
      openedOn: day(260),
      reason: '主营业务调整，书面申请退出。',
      dueOn: day(220),
    },
  });
  const steps = [
    ['MEMBER_NOTICE', '收到书面退出通知。'],
    ['DUES', '会费结清，无未完任务。'],
    ['CONFIRMED', '秘书处确认。'],
    ['COUNCIL_INFORMED', '已书面报告理事会。'],
  ] as const;
  for (const [kind, text] of steps) {
    present = await client.members.takeStep({
      id: unit.id,
      version: present.version,
      step: {
        id: newId(),
        measureId,
        step: kind,
        doneOn: day(240),
        text,
        defence: null,
        vote: null,
        evidence: null,
      },
    });
  }
  for (const item of EXIT_ITEMS) {
    present = await client.members.tickExit({ id: unit.id, version: present.version, item, done: true });
  }
  await client.members.closeMeasure({
    id: unit.id,
    version: present.version,
    measureId,
    outcome: 'DONE',
    closedOn: day(210),
    reason: '',
  });
}
