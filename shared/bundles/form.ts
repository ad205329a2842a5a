import { z } from 'zod';
import { ageRecipientSchema } from './bundleJson.ts';
import { dateSchema, levelMarkSchema, textSchema, uuidSchema } from './formatParts.ts';

/** The blank form a bundle carries under `form` of bundle.json: one expert's score sheet by Table 1 of the guideline. */
export const maturityFormSchema = z.object({
  kind: z.literal('MATURITY_SHEET'),
  version: z.literal(1),
  /** One-time code of this copy; the answer names it. */
  code: z.string().regex(/^[0-9a-f]{32}$/, 'CODE'),
  /** Where the answer is sealed to: the sender's key of the tier in which a single sheet is held. */
  answerTo: ageRecipientSchema,
  panel: uuidSchema,
  outcome: textSchema(200),
  field: textSchema(100),
  summary: textSchema(3000),
  convenedOn: dateSchema,
  expert: textSchema(200),
  /** Of what the form says of the outcome, which is no item of the bundle. */
  level: levelMarkSchema,
});
export type MaturityForm = z.infer<typeof maturityFormSchema>;

/** The form of a bundle, where it carries one that this program knows how to fill in. */
export function maturityFormOf(form: unknown): MaturityForm | null {
  const parsed = maturityFormSchema.safeParse(form);
  return parsed.success ? parsed.data : null;
}
