import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import type { MeasureStep } from '#shared/members/measure.ts';
import type { Decision, NewCase } from '#shared/screening/case.ts';
import { lookAtPdf } from '../../documents/pdfText.ts';
import { zipParts } from '../../documents/zipParts.ts';
import { offeredBytes } from '../../support/offeredBytes.ts';
import { convertedByOffice } from '../../support/office.ts';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';
import { makeUnit } from '../../support/units.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestVault({ now: () => Date.parse('2026-11-20T04:00:00Z') });
});
afterEach(() => app.close());

const VOTE = { members: 9, present: 7, recused: 1, inFavour: 5, against: 1, abstained: 0 };
const FIELDS: NewCase = {
  preset: 'SHORT',
  charter: '章程（2025年修订）',
  charterVersion: null,
  category: 'COUNCIL',
  intended: '',
  note: '内部备注不外发',
};
const step = (decidedOn: string, more: Partial<Decision> = {}) => ({
  outcome: 'PASSED' as const,
  decidedOn,
  opinion: '',
  vote: null,
  evidence: null,
  actor: '林致远',
  ...more,
});

/** The words of a letter in both formats, without spaces. */
async function wordsOf(
  offer: (format: 'DOCX' | 'PDF') => Promise<{ address: string; name: string }>,
): Promise<{ docx: string; pdf: string; name: string; bytes: Buffer }> {
  const word = await offer('DOCX');
  const bytes = await offeredBytes(app, word);
  const body = zipParts(bytes).get('word/document.xml') ?? '';
  const look = await lookAtPdf(await offeredBytes(app, await offer('PDF')));
  return {
    docx: body.replace(/<[^>]+>/g, '').replace(/\s+/g, ''),
    pdf: look.texts.join('').replace(/—\d+—/g, '').replace(/\s+/g, ''),
    name: word.name,
    bytes,
  };
}

async function enter(last: ReturnType<typeof step>) {
  const unit = await makeUnit(app);
  const it = await app.client.screening.backfill({
    level: 'INTERNAL',
    unitId: unit.id,
    fields: FIELDS,
    particulars: {},
    panel: null,
    steps: [step('2025-01-06'), step('2025-01-07'), step('2025-01-17', { opinion: '材料齐备' }), last],
  });
  return wordsOf((format) => app.client.screening.document({ id: it.id, format }));
}

describe('§1.7 the letter of a decision', () => {
  test('of admission names the unit, the charter, the day, the category and the vote', async (context) => {
    const letter = await enter(step('2025-02-28', { vote: VOTE }));
    expect(letter.name).toBe('砚湖生物技术有限公司 成员单位筛选决定书.docx');
    for (const words of [letter.docx, letter.pdf]) {
      for (const fact of [
        '砚湖生物技术有限公司：',
        '依据《章程（2025年修订）》办理',
        '准予你单位自2025年2月28日起加入联合体，成员类别为理事单位',
        '材料齐备',
        '理事9人，出席7人，回避1人，赞成5，反对1，弃权0',
        '此案先在纸面上决定，于2026年11月20日录入',
      ])
        expect(words).toContain(fact.replace(/\s+/g, ''));
      expect(words).not.toContain('内部备注');
    }
    const converted = convertedByOffice(letter.bytes, 'docx');
    if (converted === null) return context.skip('LibreOffice is not installed');
    const seen = (await lookAtPdf(converted)).texts.join('').replace(/\s+/g, '');
    expect(seen).toContain('准予你单位自2025年2月28日起加入联合体');
  });

  test('of a refusal gives the reason', async () => {
    const letter = await enter({
      ...step('2025-02-28', { opinion: '与联合体领域不符。' }),
      outcome: 'REJECTED' as never,
    });
    for (const words of [letter.docx, letter.pdf]) {
      expect(words).toContain('经审议，于2025年2月28日决定不予通过');
      expect(words).toContain('理由：与联合体领域不符。');
      expect(words).not.toContain('准予');
    }
  });
});

describe('§1.8 the letter of 除名', () => {
  test('tells facts, the right of defence while it runs, and the end', async (context) => {
    const made = await makeUnit(app);
    let unit = await app.client.members.setStanding({
      id: made.id,
      version: made.version,
      reason: '簿库启用前入盟',
      standing: { category: 'COUNCIL', voteWeight: 1, benefitWeight: 1.2, since: '2024-01-01' },
    });
    const measureId = newId();
    const measure = {
      id: measureId,
      kind: 'EXPELLED' as const,
      openedOn: '2026-10-01',
      reason: '连续两年未提交年报',
      dueOn: null,
    };
    unit = await app.client.members.openMeasure({ id: unit.id, version: unit.version, measure });
    const take = async (name: MeasureStep['step'], doneOn: string, more: Partial<MeasureStep> = {}) => {
      const row = {
        id: newId(),
        measureId,
        step: name,
        doneOn,
        text: '见卷内材料',
        defence: null,
        vote: null,
        evidence: null,
      };
      unit = await app.client.members.takeStep({
        id: unit.id,
        version: unit.version,
        step: { ...row, ...more },
      });
    };
    const letter = () =>
      wordsOf((format) => app.client.members.measureDocument({ id: unit.id, measureId, format }));
    await take('NOTICE', '2026-10-02');
    const running = await letter();
    for (const words of [running.docx, running.pdf]) {
      expect(words).toContain('关于除名的处置文书');
      expect(words).toContain('连续两年未提交年报');
      expect(words).toContain('你单位有权向理事会口头或书面申辩');
    }
    await take('DEFENCE', '2026-10-10', { defence: 'WRITTEN' });
    await take('VOTE', '2026-10-20', { vote: VOTE });
    const voted = await letter();
    for (const words of [voted.docx, voted.pdf]) {
      expect(words).toContain('2026年10月20日，理事会表决：理事9人，出席7人，回避1人，赞成5，反对1，弃权0');
      expect(words).not.toContain('有权向理事会');
    }
    const converted = convertedByOffice(voted.bytes, 'docx');
    if (converted === null) return context.skip('LibreOffice is not installed');
    expect((await lookAtPdf(converted)).texts.join('').replace(/\s+/g, '')).toContain('关于除名的处置文书');
  });
});
