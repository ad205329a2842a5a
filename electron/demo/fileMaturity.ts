import { highestLevel } from '#shared/confidentiality/levels.ts';
import { addDays, addMonths, type CalendarDate } from '#shared/dates.ts';
import type { Id } from '#shared/ids.ts';
import { MATURITY_TABLE } from '#shared/outcomes/maturityTable.ts';
import type { PanelExpert } from '#shared/outcomes/panel.ts';
import type { SheetFields } from '#shared/outcomes/scoreSheet.ts';
import type { Citation } from '#shared/records/citation.ts';
import type { OutcomePlan, PanelPlan } from './content/outcomePlan.ts';
import { projectOf } from './content/projects.ts';
import type { UnitKey } from './content/units.ts';
import { workday } from './content/world.ts';
import type { Dice } from './random.ts';
import type { Stage } from './stage.ts';
import type { StoryEvent } from './story.ts';

const SIZE = 5;
/** Of an open panel so many sheets are in. */
const IN_SO_FAR = 3;
const ASKED: readonly UnitKey[] = [
  'hospital',
  'clinic',
  'medical',
  'tech',
  'institute',
  'society',
  'fund',
  'transfer',
];

const OPINIONS = [
  '技术路线清楚，验证数据完整，同意推进；建议补充外部验证。',
  '创新点明确，工艺稳定性有待更多批次证明。',
  '应用前景好，市场测算偏乐观，建议细化成本。',
  '知识产权布局基本合理，建议关注在先专利。',
  '风险可控，转化团队分工明确，建议尽快落实资金。',
  '总体达到预期，质量控制文件应再完善。',
] as const;

/** A panel is convened, its experts declare and score on the same day, and most are concluded then. */
export function panelEvents(stage: Stage, plan: OutcomePlan, outcomeId: () => Id): StoryEvent[] {
  return plan.panels.map((panel, at): StoryEvent => {
    const day = workday(addDays(addMonths(stage.world.today, -panel.monthsAgo), -at - 2));
    const dice = stage.world.dice(`maturity/${plan.name}/${at}`);
    const run = () => holdPanel(stage, plan, { ...panel, day }, outcomeId(), dice);
    return { day, minute: 14 * 60, run };
  });
}

async function holdPanel(
  { client, world, people }: Stage,
  plan: OutcomePlan,
  { quality, open, lateRecusal, day }: PanelPlan & { day: CalendarDate },
  outcomeId: Id,
  dice: Dice,
): Promise<void> {
  const { lead, partners } = projectOf(plan.project);
  const outside = ASKED.filter((unit) => unit !== lead && !partners.includes(unit));
  const experts = dice.shuffled(world.staff(outside)).slice(0, SIZE);
  let panel = await client.maturity.convene({
    outcomeId,
    level: highestLevel(['INTERNAL', plan.level]),
    expertIds: experts.flatMap((index) => people[index] ?? []),
    fields: {
      convenedOn: day,
      chair: world.people[experts[0] ?? 0]?.name ?? '',
      advancement: quality > 0.8 ? '主要指标在同类成果中处于较好水平。' : '主要指标与同类成果相当。',
      marketProspect: '目标用户明确，推广节奏取决于注册和采购进度。',
      benefit: '',
    },
  });
  const evidence = await evidenceFor(client, plan);
  for (const [index, { id, personId }] of panel.experts.entries()) {
    const declaration: Pick<PanelExpert, 'ground' | 'note'> = { ground: null, note: '' };
    panel = await client.maturity.declare({
      id: panel.id,
      version: panel.version,
      expertId: id,
      ...declaration,
    });
    if (open && index >= IN_SO_FAR) continue;
    const sheet = await client.maturitySheets.begin({ panelId: panel.id, expertId: personId });
    const fields = sheetOf(dice, quality, evidence);
    const { version } = await client.maturitySheets.edit({ id: sheet.id, version: sheet.version, fields });
    await client.maturitySheets.lock({ id: sheet.id, version });
  }
  if (open) return;
  const {
    id,
    version,
    experts: seats,
  } = await client.maturity.conclude({ id: panel.id, version: panel.version });
  const last = seats.at(-1);
  if (lateRecusal && last) {
    const note = '会后查明近三年与完成单位有合作课题。';
    await client.maturity.exclude({ id, version, expertId: last.id, ground: 'COOP_3Y', note });
  }
}

/** A file of the project's records that everybody who sees the panel may see. */
async function evidenceFor(client: Stage['client'], plan: OutcomePlan): Promise<Citation | null> {
  const [record] = await client.citations.find({
    text: projectOf(plan.project).topics[0] ?? '',
    level: 'INTERNAL',
    limit: 1,
  });
  const file = record?.files[0];
  return record && file ? { recordId: record.id, fileId: file.id, sha256: file.sha256 } : null;
}

/** Experts differ by some points around the quality, in steps of half a point. */
function sheetOf(dice: Dice, quality: number, evidence: Citation | null): SheetFields {
  const leaning = dice.between(-0.06, 0.06);
  return {
    source: 'APP',
    opinion: dice.pick(OPINIONS),
    scores: MATURITY_TABLE.map(({ id, points }) => {
      const part = Math.min(1, Math.max(0.3, quality + leaning + dice.between(-0.07, 0.07)));
      return {
        indicator: id,
        halves: Math.min(points * 2, Math.round(part * points * 2)),
        evidence: id === 'maturity' ? evidence : null,
      };
    }),
  };
}
