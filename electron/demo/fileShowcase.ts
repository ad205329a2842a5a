import { isPublic } from '#shared/confidentiality/levels.ts';
import { addDays, addMonths, type CalendarDate } from '#shared/dates.ts';
import type { Id } from '#shared/ids.ts';
import type { Outcome } from '#shared/outcomes/contract.ts';
import type { ColumnInput } from '#shared/showcase/exhibition.ts';
import { type DecisionInput, needsConsents, POINTS_OF, type ReviewState } from '#shared/showcase/gate.ts';
import type { PanelFields, PanelPicture } from '#shared/showcase/panel.ts';
import type { Step } from '#shared/showcase/review.ts';
import { PANELS, type PanelPlan } from './content/panels.ts';
import { projectOf } from './content/projects.ts';
import { BODY, unitOf } from './content/units.ts';
import { idOf, type Stage } from './stage.ts';
import type { StoryEvent } from './story.ts';

const CURATOR = '何清越';
const REVIEWERS: Record<Exclude<ReviewState, 'UNIT_REVIEW'>, string> = {
  IP_REVIEW: '知行转移代理师',
  SECRECY_REVIEW: '苏晚晴',
};
const COORDINATOR = '林致远';

/** Panels on their way through the gate, two exhibitions, and visits of the display area. */
export function showcaseEvents(stage: Stage): StoryEvent[] {
  const { today } = stage.world;
  const made = new Map<PanelPlan, Id>();
  return [
    ...PANELS.map(
      (plan, at): StoryEvent => ({
        day: addDays(today, -40 + at),
        minute: 10 * 60,
        run: async () => {
          made.set(plan, await filePanel(stage, plan, addDays(today, -40 + at)));
        },
      }),
    ),
    { day: addDays(today, -30), minute: 9 * 60, run: () => openExhibition(stage, made) },
    { day: addDays(today, -12), minute: 9 * 60, run: () => aimExhibition(stage, made) },
    { day: addDays(today, -8), minute: 15 * 60, run: () => logVisits(stage) },
  ];
}

async function filePanel({ client, world }: Stage, plan: PanelPlan, day: CalendarDate): Promise<Id> {
  const pictures = await picturesOf(client, plan.pictures);
  const outcome = await outcomeOf(client, plan);
  const outcomeId = outcome?.id ?? null;
  let panel = await client.panels.create({ level: 'PUBLIC', fields: fieldsOf(plan), pictures, outcomeId });
  const { id } = panel;
  if (outcome !== null && !isPublic(outcome.level))
    await client.panelSources.redact({
      ...{ id, version: panel.version, outcomeId: outcome.id, outcomeVersion: outcome.version },
      ...{ means: ['DETAILS_REMOVED', 'REWRITTEN'], preparedBy: CURATOR, madeOn: day },
      note: '只介绍中试服务能力，不写工艺窗口和监测方法。',
    });
  const step = async (name: Step, actor: string, validTo: CalendarDate | null = null) => {
    panel = await client.panels.step({ id, version: panel.version, step: name, actor, remark: '', validTo });
  };
  if (plan.reached === 'DRAFT') return id;
  await step('SUBMIT', CURATOR);
  for (const state of ['UNIT_REVIEW', 'IP_REVIEW', 'SECRECY_REVIEW'] as const) {
    if (plan.reached === state) return id;
    const reviewer = state === 'UNIT_REVIEW' ? projectOf(plan.project).head : REVIEWERS[state];
    for (const point of POINTS_OF[state])
      panel = await client.panels.decide({ id, version: panel.version, ...answer(point, reviewer, day) });
    const isLast = state === 'SECRECY_REVIEW';
    await step('PASS', isLast ? COORDINATOR : reviewer, isLast ? addMonths(world.today, 11) : null);
  }
  await step('PUBLISH', COORDINATOR);
  return id;
}

function answer(point: DecisionInput['point'], reviewer: string, decidedOn: CalendarDate): DecisionInput {
  const finding = needsConsents(point, 'PASSED') ? 'NOT_APPLICABLE' : 'PASSED';
  return { point, finding, reviewer, decidedOn, evidence: EVIDENCE[point], paper: null, consents: [] };
}

const EVIDENCE: Record<DecisionInput['point'], string> = {
  PERSONAL_INFO: '画面中没有可辨认的人，文字不出现姓名。',
  CLAIMS: '逐句核对，没有疗效和治愈率表述。',
  ACCURACY: '项目负责人逐项核对并声明属实。',
  TRADE_SECRET: '不涉及配方、参数和工艺步骤。',
  PATENT: '所述技术方案均已申请，公开号已核对。',
  THIRD_PARTY: '图片为联合体自行拍摄，无第三方素材。',
  LEVEL: '展板与所引照片均为公开档案。',
  STATE_SECRET: '单位声明不涉及国家秘密和工作秘密。',
  HUMAN_GENETIC: '没有人类遗传资源数据和患者影像。',
};

async function picturesOf(client: Stage['client'], titles: readonly string[]): Promise<PanelPicture[]> {
  const found = await Promise.all(
    titles.map((text) => client.citations.find({ text, level: 'PUBLIC', limit: 10 })),
  );
  return found.map((records, at) => {
    const record = records.find(({ title, level }) => title === titles[at] && level === 'PUBLIC');
    const file = record?.files.find(({ kind }) => kind === 'image');
    if (!record || !file) throw new Error(`${titles[at]} has no public picture`);
    return { recordId: record.id, fileId: file.id, sha256: file.sha256, caption: '', captionEn: '' };
  });
}

async function outcomeOf(client: Stage['client'], { outcome }: PanelPlan): Promise<Outcome | null> {
  if (outcome === undefined) return null;
  const found = await client.outcomes.list({ text: outcome, status: null });
  const [first] = found.filter(({ title }) => title === outcome);
  if (!first) throw new Error(`there is no outcome ${outcome}`);
  return first;
}

function fieldsOf(plan: PanelPlan): PanelFields {
  const unitName = unitOf(plan.unit).name;
  const contact = plan.kind === 'OUTCOME' ? '成果转化办公室 0579-86000000' : '';
  return {
    kind: plan.kind,
    field: plan.field,
    status: plan.status,
    zh: {
      title: plan.title,
      unitName,
      highlight: plan.highlight,
      summary: plan.summary,
      indicators: [...plan.indicators],
      scenario: plan.scenario,
      market: '',
      contact,
    },
    en: {
      title: plan.titleEn,
      unitName: '',
      highlight: plan.highlightEn,
      summary: plan.summaryEn,
      indicators: [...plan.indicatorsEn],
      scenario: '',
      market: '',
      contact: '',
    },
    maturity: plan.maturity,
    trl: plan.trl,
    stage: plan.stage,
    rights: [...plan.rights],
    ways: [...plan.ways],
    needs: [...plan.needs],
    codeText: '',
    showFrom: null,
    showTo: null,
  };
}

const EMPTY = { themeEn: '', startsOn: null, endsOn: null, idleSeconds: 60 };

/** The standing exhibition: everything that was published. */
async function openExhibition({ client, world }: Stage, made: ReadonlyMap<PanelPlan, Id>): Promise<void> {
  const idsOf = (kind: PanelPlan['kind']) =>
    PANELS.filter((plan) => plan.kind === kind && plan.reached === 'PUBLISHED').flatMap(
      (plan) => made.get(plan) ?? [],
    );
  await client.exhibitions.create({
    level: 'PUBLIC',
    unitId: null,
    fields: {
      ...EMPTY,
      title: '沄江产学研转化成果展',
      titleEn: 'Results of the Yunjiang joint body',
      theme: '从实验室到病床边',
      themeEn: 'From the bench to the bedside',
      area: `${BODY.city}会议中心 展示区`,
      startsOn: addDays(world.today, -28),
      endsOn: addMonths(world.today, 6),
      audience: 'PUBLIC',
    },
    columns: [
      column('OUTCOMES', '转化成果', 'Outcomes', idsOf('OUTCOME')),
      column('PROJECTS', '在研项目', 'Running projects', idsOf('PROJECT')),
      column('CERTIFICATES', '资质与证书', 'Certificates', idsOf('CERTIFICATE')),
    ],
  });
}

/** One put together for a visiting fund; a panel of it still waits for its review. */
async function aimExhibition({ client, units }: Stage, made: ReadonlyMap<PanelPlan, Id>): Promise<void> {
  const wanted = PANELS.filter(({ needs }) => needs.includes('FUNDING'));
  await client.exhibitions.create({
    level: 'PUBLIC',
    unitId: idOf(units, 'fund'),
    fields: {
      ...EMPTY,
      title: '待投成果专场',
      titleEn: 'Open to investment',
      theme: '四项成果，寻找同行的人',
      area: '第二会议室',
      audience: 'TARGETED',
    },
    columns: [
      column(
        'TARGETED',
        '为您挑选',
        'Selected for you',
        wanted.flatMap((plan) => made.get(plan) ?? []),
      ),
    ],
  });
}

function column(kind: ColumnInput['kind'], title: string, titleEn: string, panelIds: Id[]): ColumnInput {
  return { id: null, kind, title, titleEn, panelIds };
}

async function logVisits({ client, units, world }: Stage): Promise<void> {
  const [exhibition] = await client.exhibitions.list({ text: '转化成果展' });
  if (!exhibition) throw new Error('the exhibition is not there');
  const panelIds = exhibition.columns.flatMap(({ panels }) => panels.map(({ id }) => id));
  const visits = [
    { unit: 'office' as const, days: 20, people: 8, purpose: '产业政策调研', shown: panelIds },
    { unit: 'fund' as const, days: 9, people: 4, purpose: '投资项目考察', shown: panelIds.slice(0, 4) },
  ];
  for (const { unit, days, people, purpose, shown } of visits) {
    await client.visits.create({
      level: 'INTERNAL',
      unitId: idOf(units, unit),
      exhibitionId: exhibition.id,
      panelIds: shown,
      fields: {
        visitor: unitOf(unit).name,
        visitedOn: addDays(world.today, -days),
        people,
        purpose,
        host: CURATOR,
        noticeSigned: true,
        notice: null,
        note: '',
      },
    });
  }
}
