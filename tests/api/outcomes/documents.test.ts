import { writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawRadar } from '#electron/documents/radarPicture.ts';
import { blankSheetDocument } from '#shared/outcomes/blankSheetDocument.ts';
import {
  INDICATORS,
  type Indicator,
  MATURITY_TABLE,
  RISK_DIRECTION,
} from '#shared/outcomes/maturityTable.ts';
import { RADAR } from '#shared/outcomes/radar.ts';
import { BLANK_SHEET } from '#shared/outcomes/scoreSheet.ts';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';
import { filled, lockSheet, makeOutcome, makePanel } from '../../support/outcomes.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestVault({ now: () => Date.parse('2026-11-20T04:00:00Z') });
});
afterEach(() => app.close());

async function bytesOf({ address }: { address: string }): Promise<Buffer> {
  const file = app.app.openFile(address);
  if (!file) throw new Error('nothing is offered there');
  return Buffer.from(await file.read(0, file.size));
}

describe('papers of a panel', () => {
  it('are a blank sheet before and a report after it is concluded, as Word and as PDF', async () => {
    const outcome = await makeOutcome(app.client);
    const panel = await makePanel(app.client, outcome.id, 3);
    for (const format of ['DOCX', 'PDF'] as const) {
      const blank = await app.client.maturity.blankSheet({
        id: panel.id,
        expertId: panel.experts[0]?.id ?? '',
        format,
      });
      expect(blank.name).toBe(`成熟度评分表 2026-05-12 专家1.${format.toLowerCase()}`);
      expect((await bytesOf(blank)).subarray(0, 2).toString()).toBe(format === 'DOCX' ? 'PK' : '%P');
    }
    await expect(app.client.maturity.report({ id: panel.id, format: 'PDF' })).rejects.toMatchObject({
      data: { problems: [{ rule: 'PANEL_NOT_CONCLUDED' }] },
    });
    for (const { personId } of panel.experts) await lockSheet(app.client, panel.id, personId, filled(165));
    await app.client.maturity.conclude({ id: panel.id, version: panel.version });
    for (const format of ['DOCX', 'PDF'] as const) {
      const report = await app.client.maturity.report({ id: panel.id, format });
      const bytes = await bytesOf(report);
      if (process.env.MENGBU_KEEP) writeFileSync(`${process.env.MENGBU_KEEP}/${report.name}`, bytes);
      expect(bytes.length).toBeGreaterThan(10_000);
    }
  });

  it('the blank sheet has every indicator with its points, and says which way risk is scored', () => {
    const { blocks } = blankSheetDocument({
      outcome: '成果',
      expert: '',
      convenedOn: '2026-05-12',
      mark: '',
    });
    const text = JSON.stringify(blocks);
    for (const { name, aspects } of MATURITY_TABLE) {
      expect(text).toContain(name.zh);
      expect(text).toContain(aspects.zh);
    }
    expect(text).toContain(RISK_DIRECTION.zh);
    expect(BLANK_SHEET.scores).toHaveLength(MATURITY_TABLE.length);
  });

  it('the radar is drawn with its words', async () => {
    const means = Object.fromEntries(INDICATORS.map((id) => [id, 300])) as Record<Indicator, number>;
    const picture = sharp(await drawRadar(means, null));
    expect(await picture.metadata()).toMatchObject({ width: RADAR.width * 3, height: RADAR.height * 3 });
    // Above the topmost ring there is nothing but the name of the first axis.
    const top = await sharp(await drawRadar(means, null))
      .extract({ left: RADAR.width * 1.5 - 60, top: 0, width: 120, height: 110 })
      .stats();
    expect(top.channels[0]?.min).toBeLessThan(120);
  });
});
