import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { canonicalJson, type Json } from '../canonical.ts';
import { outcomeStageSchema } from '../outcomes/outcome.ts';
import { citationSchema } from '../records/citation.ts';

/** What is shown (guideline 5.3.2): outcomes, certificates of laboratories and results, running projects. */
export const PANEL_KINDS = ['OUTCOME', 'CERTIFICATE', 'PROJECT'] as const;
export type PanelKind = (typeof PANEL_KINDS)[number];

/** 已成功转化, 正在转化, 尚未转化 (guideline 6.8). */
export const TRANSFER_STATUSES = ['TRANSFORMED', 'TRANSFORMING', 'NOT_TRANSFORMED'] as const;
export type TransferStatus = (typeof TRANSFER_STATUSES)[number];

/** Fields of technology of oncology, as the board groups them. */
export const TECH_FIELDS = [
  'EPIDEMIOLOGY',
  'EARLY_DETECTION',
  'MOLECULAR_DIAGNOSTICS',
  'PATHOLOGY_IMAGING_AI',
  'BIOBANK',
  'DATA_PRODUCTS',
  'CHEMICAL_DRUGS',
  'ANTIBODIES_ADC',
  'CELL_GENE_THERAPY',
  'VACCINES',
  'CHINESE_MEDICINE',
  'RADIOTHERAPY',
  'DEVICES',
  'REHABILITATION',
  'QUALITY_STANDARDS',
  'MODELS',
] as const;
export type TechField = (typeof TECH_FIELDS)[number];

/** 合作方式. */
export const COOPERATION_WAYS = [
  'TRANSFER',
  'LICENCE',
  'EQUITY',
  'JOINT_DEVELOPMENT',
  'COMMISSIONED_DEVELOPMENT',
  'OTHER',
] as const;
export type CooperationWay = (typeof COOPERATION_WAYS)[number];

/** 合作需求. */
export const COOPERATION_NEEDS = ['FUNDING', 'SITE', 'EQUIPMENT', 'CLINICAL', 'REGISTRATION'] as const;
export type CooperationNeed = (typeof COOPERATION_NEEDS)[number];

export const MOST_PICTURES = 6;
export const MOST_INDICATORS = 5;

const words = (most: number) => z.string().trim().max(most);
const list = (most: number, each: number) => z.array(z.string().trim().min(1).max(each)).max(most);

/** Chinese words of a panel; the lengths are those a visitor can read in passing. */
const chineseSchema = z.object({
  title: z.string().trim().min(1, 'REQUIRED').max(60),
  unitName: words(120),
  highlight: words(30),
  summary: words(300),
  indicators: list(MOST_INDICATORS, 40),
  scenario: words(150),
  market: words(200),
  contact: words(80),
});

/** The same in English, which takes three times the letters; what is empty is shown in Chinese. */
const englishSchema = z.object({
  title: words(180),
  unitName: words(240),
  highlight: words(120),
  summary: words(1200),
  indicators: list(MOST_INDICATORS, 120),
  scenario: words(500),
  market: words(700),
  contact: words(240),
});
export type PanelWords = z.infer<typeof chineseSchema>;

export const BLANK_WORDS: PanelWords = {
  title: '',
  unitName: '',
  highlight: '',
  summary: '',
  indicators: [],
  scenario: '',
  market: '',
  contact: '',
};

export const panelFieldsSchema = z.object({
  kind: z.enum(PANEL_KINDS),
  field: z.enum(TECH_FIELDS).nullable(),
  status: z.enum(TRANSFER_STATUSES).nullable(),
  zh: chineseSchema,
  en: englishSchema,
  /** Total of the maturity sheet (Table 1), two decimals. */
  maturity: z.number().min(0).max(100).multipleOf(0.01).nullable(),
  trl: z.number().int().min(1).max(9).nullable(),
  stage: outcomeStageSchema.nullable(),
  /** A line a right: its number and state. */
  rights: list(6, 80),
  ways: z.array(z.enum(COOPERATION_WAYS)).max(COOPERATION_WAYS.length),
  needs: z.array(z.enum(COOPERATION_NEEDS)).max(COOPERATION_NEEDS.length),
  /** What the code on the panel says. Text alone: a booth has no network. '' composes it from title, unit and contact. */
  codeText: words(200).refine((text) => !/:\/\/|\bwww\./i.test(text), 'CODE_TEXT_ONLY'),
  /** 展示期限: the days on which it may be shown; null is open. */
  showFrom: z.iso.date().nullable(),
  showTo: z.iso.date().nullable(),
});
export type PanelFields = z.infer<typeof panelFieldsSchema>;

/** A picture or film of the panel: a file of an archive record. */
export const panelPictureSchema = citationSchema.extend({ caption: words(60), captionEn: words(180) });
export type PanelPicture = z.infer<typeof panelPictureSchema>;
export const panelPicturesSchema = z.array(panelPictureSchema).max(MOST_PICTURES);

/** SHA-256 of everything a visitor sees: what a decision of the gate was made on. */
export function contentHashOf(fields: PanelFields, pictures: readonly PanelPicture[]): string {
  const { showFrom: _from, showTo: _to, stage, ...others } = fields;
  // A stage that is not said adds nothing: what was decided before panels had one stands.
  const seen = stage === null ? others : { ...others, stage };
  const text = canonicalJson({
    fields: seen,
    pictures: pictures.map((each) => ({ ...each })),
  } as unknown as Json);
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** What the code on the panel says. */
export function codeTextOf(fields: PanelFields, reviewNo: string): string {
  if (fields.codeText !== '') return fields.codeText;
  const { title, unitName, contact } = fields.zh;
  return [title, unitName, contact, reviewNo].filter((line) => line !== '').join('\n');
}

/** What a panel lacks before its review can begin, by field. */
export function missingIn(fields: PanelFields, pictures: number): { rule: string; field: string }[] {
  const { kind, zh } = fields;
  const missing: [boolean, string][] = [
    [zh.unitName === '', 'fields.zh.unitName'],
    [kind !== 'CERTIFICATE' && zh.highlight === '', 'fields.zh.highlight'],
    [kind !== 'CERTIFICATE' && zh.summary === '', 'fields.zh.summary'],
    [kind === 'OUTCOME' && fields.field === null, 'fields.field'],
    [kind === 'OUTCOME' && fields.status === null, 'fields.status'],
    [kind === 'OUTCOME' && zh.contact === '', 'fields.zh.contact'],
    [kind === 'CERTIFICATE' && pictures === 0, 'pictures'],
  ];
  return missing.flatMap(([isMissing, field]) => (isMissing ? [{ rule: 'REQUIRED', field }] : []));
}
