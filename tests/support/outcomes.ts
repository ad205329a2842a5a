import type { Level } from '#shared/confidentiality/levels.ts';
import type { Id } from '#shared/ids.ts';
import type { OutcomeDetail } from '#shared/outcomes/contract.ts';
import type { MaturitySheet, Panel } from '#shared/outcomes/maturityContract.ts';
import { INDICATORS, pointsOf } from '#shared/outcomes/maturityTable.ts';
import { type OutcomeFields, UNAPPRAISED } from '#shared/outcomes/outcome.ts';
import type { SheetFields } from '#shared/outcomes/scoreSheet.ts';
import { EMPTY_PERSON_FIELDS } from '#shared/people/person.ts';
import type { TestClient } from './openTestApp.ts';

export const OUTCOME: OutcomeFields = {
  name: '胃癌早筛甲基化检测试剂',
  highTechField: 'BM',
  technicalField: '早诊早筛',
  cancerType: '胃癌',
  form: 'REAGENT',
  attribute: 'ORIGINAL',
  class: 'APPLIED',
  stage: 'MIDDLE',
  keywords: ['甲基化', '早筛'],
  registrationNo: '3302026Y0001',
  begunOn: '2023-03-01',
  completedOn: '2025-12-20',
  trl: 6,
  summary: '基于循环游离核酸甲基化的早期筛查。',
  ...UNAPPRAISED,
};

export async function makeOutcome(
  client: TestClient,
  level: Level = 'INTERNAL',
  fields: Partial<OutcomeFields> = {},
): Promise<OutcomeDetail> {
  return client.outcomes.create({ level, projectId: null, fields: { ...OUTCOME, ...fields } });
}

export async function makePeople(client: TestClient, names: readonly string[]): Promise<Id[]> {
  const ids: Id[] = [];
  for (const name of names) {
    const fields = { ...EMPTY_PERSON_FIELDS, name, position: '研究员' };
    ids.push((await client.people.create({ fields, level: 'INTERNAL', unitId: null })).id);
  }
  return ids;
}

/** A panel of so many experts who have declared that nothing stands against them. */
export async function makePanel(client: TestClient, outcomeId: Id, count: number): Promise<Panel> {
  const expertIds = await makePeople(
    client,
    Array.from({ length: count }, (_, index) => `专家${index + 1}`),
  );
  let panel = await client.maturity.convene({
    outcomeId,
    level: 'INTERNAL',
    expertIds,
    fields: { convenedOn: '2026-05-12', chair: '', advancement: '', marketProspect: '', benefit: '' },
  });
  for (const { id } of panel.experts) {
    panel = await client.maturity.declare({
      id: panel.id,
      version: panel.version,
      expertId: id,
      ground: null,
      note: '',
    });
  }
  return panel;
}

/** Filled so that the total is this, spread over the indicators from the first on. */
export function filled(halves: number, opinion = '同意'): SheetFields {
  let left = halves;
  const scores = INDICATORS.map((indicator) => {
    const part = Math.min(left, pointsOf(indicator) * 2);
    left -= part;
    return { indicator, halves: part, evidence: null };
  });
  return { scores, opinion, source: 'APP' };
}

export async function lockSheet(
  client: TestClient,
  panelId: Id,
  personId: Id,
  fields: SheetFields,
): Promise<MaturitySheet> {
  const begun = await client.maturitySheets.begin({ panelId, expertId: personId });
  const { id, version } = await client.maturitySheets.edit({ id: begun.id, version: begun.version, fields });
  return client.maturitySheets.lock({ id, version });
}
