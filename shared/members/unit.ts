import { z } from 'zod';
import type { CalendarDate } from '../dates.ts';
import type { Problem } from '../errors.ts';
import { orgTypeSchema } from './orgType.ts';
import { checkUscc, normaliseUscc } from './uscc.ts';

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

/** Why a unit has no 统一社会信用代码. */
export const USCC_EXEMPTIONS = ['MILITARY', 'FOREIGN', 'INNER_BODY'] as const;
export const usccExemptionSchema = z.enum(USCC_EXEMPTIONS);

export const IP_KINDS = [
  'INVENTION',
  'UTILITY_MODEL',
  'DESIGN',
  'SOFTWARE',
  'LAYOUT',
  'PLANT_VARIETY',
  'STANDARD',
] as const;
export type IpKind = (typeof IP_KINDS)[number];

const text = (max: number) => z.string().trim().max(max, 'TOO_LONG');
const count = z.number('NOT_A_NUMBER').int('NOT_WHOLE').min(0, 'NEGATIVE').max(10_000_000, 'TOO_LARGE');
/** 万元. */
const money = z.number('NOT_A_NUMBER').min(0, 'NEGATIVE').max(1e9, 'TOO_LARGE');

/** Stored without blanks, in capitals; '' where the unit has none. Its parts are checked by {@link unitProblems}. */
const usccSchema = z.string().max(60, 'TOO_LONG').transform(normaliseUscc);

const OWN = {
  /** Must equal the name on the certificate or seal. */
  name: z.string().trim().min(1).max(120),
  /** 规范简称, the owner part of a secrecy mark. */
  shortName: z.string().trim().max(40),
  role: unitRoleSchema,
  note: z.string().trim().max(2000),
};

const PARTICULARS = {
  uscc: usccSchema,
  /** null: the unit has a code, or it is not known yet. */
  usccExemption: usccExemptionSchema.nullable(),
  /** null: not known yet. */
  orgType: orgTypeSchema.nullable(),
  tags: z.array(z.string().trim().min(1, 'REQUIRED').max(30, 'TOO_LONG')).max(20, 'TOO_MANY'),
  legalRepresentative: text(60),
  legalTitle: text(60),
  registeredCapital: text(60),
  establishedOn: z.iso.date('NOT_A_DATE').nullable(),
  businessScope: text(2000),
  registeredAddress: text(200),
  mailingAddress: text(200),
  postcode: z.union([z.literal(''), z.string().regex(/^\d{6}$/, 'POSTCODE_INVALID')], 'POSTCODE_INVALID'),
  website: text(200),
  /** 外方单位: a foreign organisation, or one set up or controlled by foreigners (人类遗传资源管理条例 art. 21). null: not declared. */
  foreignControlled: z.boolean().nullable(),
  /** 国家设立的研发机构或高校 (促进科技成果转化法 arts. 18, 45). null: not known. */
  stateEstablished: z.boolean().nullable(),
  staffCount: count.nullable(),
  rdStaffCount: count.nullable(),
  rdExpense: money.nullable(),
  revenue: money.nullable(),
  ipCounts: z.partialRecord(z.enum(IP_KINDS), count),
  /** Personal information (个人信息保护法 art. 4). */
  contactName: text(60),
  contactPhone: text(40),
  contactEmail: z.union([z.literal(''), z.email('EMAIL_INVALID').max(120)], 'EMAIL_INVALID'),
};

export const BLANK_PARTICULARS = {
  uscc: '',
  usccExemption: null,
  orgType: null,
  tags: [],
  legalRepresentative: '',
  legalTitle: '',
  registeredCapital: '',
  establishedOn: null,
  businessScope: '',
  registeredAddress: '',
  mailingAddress: '',
  postcode: '',
  website: '',
  foreignControlled: null,
  stateEstablished: null,
  staffCount: null,
  rdStaffCount: null,
  rdExpense: null,
  revenue: null,
  ipCounts: {},
  contactName: '',
  contactPhone: '',
  contactEmail: '',
} satisfies z.output<z.ZodObject<typeof PARTICULARS>>;

export const unitFieldsSchema = z.object({ ...OWN, ...PARTICULARS });
export type UnitFields = z.infer<typeof unitFieldsSchema>;

/** What a new unit is made of: who it is; the rest may follow. */
export const newUnitFieldsSchema = z.object({ ...OWN, ...z.object(PARTICULARS).partial().shape });
export type NewUnitFields = z.input<typeof newUnitFieldsSchema>;

/** Absent: unchanged. */
export const unitChangesSchema = unitFieldsSchema.partial();

/** What fields say that cannot be, each at its field. */
export function unitProblems(
  {
    uscc,
    usccExemption,
    staffCount,
    rdStaffCount,
    establishedOn,
  }: Pick<UnitFields, 'uscc' | 'usccExemption' | 'staffCount' | 'rdStaffCount' | 'establishedOn'>,
  today: CalendarDate,
): Problem[] {
  const problems: Problem[] = [];
  if (establishedOn !== null && establishedOn > today)
    problems.push({ rule: 'DATE_IN_FUTURE', field: 'fields.establishedOn' });
  const wrong = uscc === '' ? null : checkUscc(uscc);
  if (wrong) problems.push({ ...wrong, field: 'fields.uscc' });
  if (uscc !== '' && usccExemption !== null) {
    problems.push({ rule: 'USCC_AND_EXEMPTION', field: 'fields.usccExemption' });
  }
  if (staffCount !== null && rdStaffCount !== null && rdStaffCount > staffCount) {
    problems.push({ rule: 'RD_STAFF_EXCEEDS_STAFF', field: 'fields.rdStaffCount' });
  }
  return problems;
}

/** What must be known of a unit before it can apply (required fields of domain rules 1.1). */
export function missingForApplication(fields: UnitFields): (keyof UnitFields)[] {
  const missing: (keyof UnitFields)[] = [];
  if (fields.shortName === '') missing.push('shortName');
  if (fields.uscc === '' && fields.usccExemption === null) missing.push('uscc');
  if (fields.orgType === null) missing.push('orgType');
  if (fields.legalRepresentative === '') missing.push('legalRepresentative');
  if (fields.foreignControlled === null) missing.push('foreignControlled');
  if (fields.stateEstablished === null) missing.push('stateEstablished');
  if (fields.contactName === '' || (fields.contactPhone === '' && fields.contactEmail === ''))
    missing.push('contactName');
  return missing;
}

/** Whether the unit's page holds personal information. */
export function holdsPersonalInfo(
  fields: Pick<UnitFields, 'contactName' | 'contactPhone' | 'contactEmail' | 'legalRepresentative'>,
): boolean {
  const { contactName, contactPhone, contactEmail, legalRepresentative } = fields;
  return [contactName, contactPhone, contactEmail, legalRepresentative].some((value) => value !== '');
}
