import { z } from 'zod';

/** 产学研角色: the first six are the parties the guideline names in 4.3. */
export const UNIT_ROLES = [
  'INDUSTRY',
  'UNIVERSITY',
  'RESEARCH',
  'MEDICAL',
  'SOCIETY',
  'GOVERNMENT',
  'FINANCE',
  'SERVICE',
] as const;
export const unitRoleSchema = z.enum(UNIT_ROLES);
export type UnitRole = z.infer<typeof unitRoleSchema>;

export const unitFieldsSchema = z.object({
  /** Must equal the name on the certificate or seal. */
  name: z.string().trim().min(1).max(120),
  /** 规范简称, the owner part of a secrecy mark. */
  shortName: z.string().trim().max(40),
  role: unitRoleSchema,
  note: z.string().trim().max(2000),
});
export type UnitFields = z.infer<typeof unitFieldsSchema>;
