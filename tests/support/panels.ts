import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Level } from '#shared/confidentiality/levels.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import { localDateOf } from '#shared/dates.ts';
import type { Citation } from '#shared/records/citation.ts';
import type { Exhibition, Panel } from '#shared/showcase/contract.ts';
import { type DecisionInput, needsConsents, POINTS_OF, type ReviewState } from '#shared/showcase/gate.ts';
import { BLANK_WORDS, type PanelFields, type PanelPicture } from '#shared/showcase/panel.ts';
import { importPlan } from './importPlan.ts';
import type { TestApp, TestClient } from './openTestApp.ts';

const FILLED: PanelFields = {
  kind: 'OUTCOME',
  field: 'EARLY_DETECTION',
  status: 'TRANSFORMING',
  zh: {
    ...BLANK_WORDS,
    title: '甲基化检测试剂盒',
    unitName: '东海肿瘤医院',
    highlight: '一管血早发现',
    summary: '面向高危人群的血液检测。',
    indicators: ['两小时出结果'],
    contact: '成果转化办公室 010-12345678',
  },
  en: { ...BLANK_WORDS, title: 'Methylation assay' },
  maturity: 86.5,
  trl: 7,
  stage: 'MIDDLE',
  rights: ['ZL202310000001.X 已授权'],
  ways: ['LICENCE'],
  needs: ['CLINICAL'],
  codeText: '',
  showFrom: null,
  showTo: null,
};

export function panelFields(
  zh: Partial<PanelFields['zh']> = {},
  rest: Partial<Omit<PanelFields, 'zh'>> = {},
): PanelFields {
  return { ...FILLED, ...rest, zh: { ...FILLED.zh, ...zh } };
}

/** An exhibition at 公开 with these panels in one column. */
export async function makeExhibition(
  client: TestClient,
  panelIds: string[],
  {
    title = '成果展',
    column = '转化成果',
    columnEn = '',
    ...fields
  }: Partial<Record<'title' | 'titleEn' | 'column' | 'columnEn' | 'theme' | 'themeEn' | 'area', string>> = {},
): Promise<Exhibition> {
  return client.exhibitions.create({
    level: 'PUBLIC',
    fields: { ...EXHIBITION, ...fields, title },
    unitId: null,
    columns: [{ id: null, kind: 'OUTCOMES', title: column, titleEn: columnEn, panelIds }],
  });
}

const EXHIBITION = {
  titleEn: '',
  theme: '',
  themeEn: '',
  area: '',
  startsOn: null,
  endsOn: null,
  audience: 'PUBLIC',
  idleSeconds: 60,
} as const;

export async function makePanel(
  client: TestClient,
  fields: PanelFields = panelFields(),
  pictures: PanelPicture[] = [],
  level: Level = 'PUBLIC',
): Promise<Panel> {
  return client.panels.create({ level, fields, pictures });
}

/** A photo with a place in it, filed as a record of its own. */
export async function filePhoto(
  app: TestApp,
  name: string,
  level: Level = 'PUBLIC',
  colour = '#3a6ea5',
): Promise<PanelPicture> {
  const folder = join(app.folder, `photo-${name}`);
  mkdirSync(folder, { recursive: true });
  const photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: colour } })
    .withExif({
      IFD0: { ImageDescription: name, Artist: 'secret artist' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '30/1 15/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '120/1 9/1 0/1',
      },
    })
    .jpeg()
    .toBuffer();
  writeFileSync(join(folder, `${name}.jpg`), photo);
  const { id } = await app.client.imports.begin({
    plan: importPlan({
      level,
      term: defaultTerm(level),
      basis: level === 'PUBLIC' || level === 'INTERNAL' ? '' : '合作协议第七条',
      takeDuplicates: true,
    }),
    places: [app.place(folder)],
  });
  for (;;) {
    const { state } = await app.client.imports.get({ id });
    if (state !== 'LISTING' && state !== 'RUNNING') break;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const [record] = await app.client.citations.find({ text: `"${name}"`, level, limit: 1 });
  const file = record?.files[0];
  if (!record || !file) throw new Error(`${name} was not filed`);
  return { recordId: record.id, fileId: file.id, sha256: file.sha256, caption: '', captionEn: '' };
}

/** Answers one point with PASSED, or with what needs no paper where there is none. */
export function passing(
  point: DecisionInput['point'],
  reviewer: string,
  paper: Citation | null = null,
): DecisionInput {
  const isConsent = needsConsents(point, 'PASSED');
  const finding = isConsent && paper === null ? 'NOT_APPLICABLE' : 'PASSED';
  const decidedOn = localDateOf(new Date());
  const consents = isConsent && paper !== null ? [{ holder: '权利人', paper }] : [];
  return { point, finding, reviewer, decidedOn, evidence: '见审批表', paper, consents };
}

const REVIEWERS: Record<ReviewState, string> = {
  UNIT_REVIEW: '李主任',
  IP_REVIEW: '周律师',
  SECRECY_REVIEW: '赵保密员',
};

/** Takes a panel on by one step, by who may do it. */
export async function stepPanel(
  client: TestClient,
  { id, version, state }: Panel,
  step: 'SUBMIT' | 'PASS' | 'PUBLISH',
  validTo = '2099-12-31',
): Promise<Panel> {
  const isApproval = state === 'SECRECY_REVIEW';
  const actor = step === 'SUBMIT' ? '王承办' : '林总协调人';
  return client.panels.step({ id, version, step, actor, remark: '', validTo: isApproval ? validTo : null });
}

/** Submits a panel and answers its points, but those left out, up to where the review stands. */
export async function answerGate(
  client: TestClient,
  id: string,
  upTo: ReviewState = 'SECRECY_REVIEW',
  leftOut: readonly DecisionInput['point'][] = [],
): Promise<Panel> {
  let panel = await stepPanel(client, await client.panels.get({ id }), 'SUBMIT');
  for (const state of ['UNIT_REVIEW', 'IP_REVIEW', 'SECRECY_REVIEW'] as const) {
    for (const point of POINTS_OF[state].filter((each) => !leftOut.includes(each)))
      panel = await client.panels.decide({
        id,
        version: panel.version,
        ...passing(point, REVIEWERS[state]),
      });
    if (state === upTo) break;
    panel = await stepPanel(client, panel, 'PASS');
  }
  return panel;
}

/** Takes a panel from draft through its gate to publication. */
export async function publish(client: TestClient, id: string, validTo = '2099-12-31'): Promise<Panel> {
  const answered = await answerGate(client, id);
  return stepPanel(client, await stepPanel(client, answered, 'PASS', validTo), 'PUBLISH');
}
