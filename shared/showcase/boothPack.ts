import { z } from 'zod';
import { outcomeStageSchema } from '../outcomes/outcome.ts';
import { AUDIENCES, COLUMN_KINDS } from './exhibition.ts';
import { COOPERATION_NEEDS, COOPERATION_WAYS, PANEL_KINDS, TECH_FIELDS, TRANSFER_STATUSES } from './panel.ts';

/** A text in both languages; `en` is '' where only Chinese is written. */
const bothSchema = z.object({ zh: z.string(), en: z.string() });
export type Both = z.infer<typeof bothSchema>;

const mediaSchema = z.object({
  kind: z.enum(['image', 'video']),
  /** Relative to the page: in a pack a file of the folder media/, in the preview an address of the vault. */
  src: z.string(),
  /** A smaller picture for lists; of a film null. */
  thumb: z.string().nullable(),
  width: z.number().int(),
  height: z.number().int(),
  caption: bothSchema,
});
export type BoothMedia = z.infer<typeof mediaSchema>;

const boothPanelSchema = z.object({
  /** From 1, in the order of the exhibition. */
  no: z.number().int(),
  kind: z.enum(PANEL_KINDS),
  field: z.enum(TECH_FIELDS).nullable(),
  status: z.enum(TRANSFER_STATUSES).nullable(),
  title: bothSchema,
  unitName: bothSchema,
  highlight: bothSchema,
  summary: bothSchema,
  scenario: bothSchema,
  market: bothSchema,
  contact: bothSchema,
  indicators: z.array(bothSchema),
  maturity: z.number().nullable(),
  trl: z.number().int().nullable(),
  stage: outcomeStageSchema.nullable(),
  rights: z.array(z.string()),
  ways: z.array(z.enum(COOPERATION_WAYS)),
  needs: z.array(z.enum(COOPERATION_NEEDS)),
  reviewNo: z.string(),
  edition: z.number().int(),
  /** How the Chinese title and the name of the unit sound, for finding them by pinyin: syllables parted by blanks. */
  sounds: z.object({ title: z.string(), unitName: z.string() }),
  /** The code as an SVG path on a grid of `size` modules, and what it says. */
  code: z.object({ size: z.number().int(), path: z.string(), text: z.string() }),
  media: z.array(mediaSchema),
});
export type BoothPanel = z.infer<typeof boothPanelSchema>;

/** Everything a booth shows. It stands whole inside the page: a page from a stick can ask for nothing beside it. */
export const boothPackSchema = z.object({
  format: z.literal(1),
  /** '' in the preview. */
  serial: z.string(),
  madeOn: z.iso.date(),
  /** The last day it may be shown. */
  expiresOn: z.iso.date(),
  body: z.string(),
  exhibition: z.object({
    title: bothSchema,
    theme: bothSchema,
    area: z.string(),
    startsOn: z.iso.date().nullable(),
    endsOn: z.iso.date().nullable(),
    audience: z.enum(AUDIENCES),
    forUnit: z.string(),
    idleSeconds: z.number().int(),
  }),
  columns: z.array(
    z.object({ kind: z.enum(COLUMN_KINDS), title: bothSchema, panels: z.array(z.number().int()) }),
  ),
  panels: z.array(boothPanelSchema),
});
export type BoothPack = z.infer<typeof boothPackSchema>;

/** Where the data stands in the page; the exporter replaces this text, which occurs once. */
export const PACK_PLACE = '"MENGBU-PACK"';

/** JSON that cannot end the script element it stands in, nor be read as markup. */
export function inlineJson(pack: BoothPack): string {
  return JSON.stringify(pack)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
