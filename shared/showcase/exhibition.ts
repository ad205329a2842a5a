import { z } from 'zod';
import { idSchema } from '../ids.ts';

export const AUDIENCES = ['PUBLIC', 'MEMBER', 'TARGETED'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** 栏目: results, certificates, running projects, and what is put together for one visiting unit (guideline 5.3.2 d). */
export const COLUMN_KINDS = ['OUTCOMES', 'CERTIFICATES', 'PROJECTS', 'TARGETED'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

export const exhibitionFieldsSchema = z.object({
  title: z.string().trim().min(1, 'REQUIRED').max(60),
  titleEn: z.string().trim().max(160),
  theme: z.string().trim().max(120),
  themeEn: z.string().trim().max(300),
  /** 展区: where it stands. Shown. */
  area: z.string().trim().max(80),
  startsOn: z.iso.date().nullable(),
  endsOn: z.iso.date().nullable(),
  audience: z.enum(AUDIENCES),
  /** Seconds without a touch after which the booth goes back to its attract screen. */
  idleSeconds: z.number().int().min(15).max(900),
});
export type ExhibitionFields = z.infer<typeof exhibitionFieldsSchema>;

/** Columns with their panels in order; `id` null makes a new column. */
export const columnInputSchema = z.object({
  id: idSchema.nullable(),
  kind: z.enum(COLUMN_KINDS),
  title: z.string().trim().min(1, 'REQUIRED').max(40),
  titleEn: z.string().trim().max(120),
  panelIds: z.array(idSchema).max(500),
});
export type ColumnInput = z.infer<typeof columnInputSchema>;

/** A panel stands once in an exhibition; a targeted one names whom it is for. The rules broken, by field. */
export function exhibitionFaults(
  fields: ExhibitionFields,
  unitId: string | null,
  columns: readonly Pick<ColumnInput, 'panelIds'>[],
): { rule: string; field: string }[] {
  const faults: { rule: string; field: string }[] = [];
  if (fields.startsOn && fields.endsOn && fields.endsOn < fields.startsOn)
    faults.push({ rule: 'ENDS_BEFORE_START', field: 'fields.endsOn' });
  if (fields.audience === 'TARGETED' && unitId === null)
    faults.push({ rule: 'TARGET_REQUIRED', field: 'unitId' });
  const all = columns.flatMap(({ panelIds }) => panelIds);
  if (new Set(all).size !== all.length) faults.push({ rule: 'PANEL_TWICE', field: 'columns' });
  return faults;
}
