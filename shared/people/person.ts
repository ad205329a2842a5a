import { z } from 'zod';
import { readOrcid } from './orcid.ts';
import { DEGREES, EDUCATIONS, STAFF_TIERS, TITLE_LEVELS } from './qualificationCodes.ts';

/** Stored in one form; '' for none. */
export const orcidSchema = z.string().transform((written, context) => {
  if (written.trim() === '') return '';
  const orcid = readOrcid(written);
  if (orcid !== null) return orcid;
  context.addIssue({ code: 'custom', message: 'ORCID_INVALID' });
  return z.NEVER;
});

/**
 * The least that is asked about a person (domain rules 1.6; 个人信息保护法 arts. 6, 19). Identity card numbers are not among
 * them: nothing here needs one.
 */
export const personFieldsSchema = z.object({
  name: z.string().trim().min(1).max(60),
  /** 部门. */
  department: z.string().trim().max(100, 'TOO_LONG'),
  /** 职务, as the person is introduced. */
  position: z.string().trim().max(100),
  titleLevel: z.enum([...TITLE_LEVELS, '']),
  /** 职称, from the table of titles or freely. */
  professionalTitle: z.string().trim().max(40, 'TOO_LONG'),
  education: z.enum([...EDUCATIONS, '']),
  degree: z.enum([...DEGREES, '']),
  major: z.string().trim().max(100, 'TOO_LONG'),
  research: z.string().trim().max(500, 'TOO_LONG'),
  orcid: orcidSchema,
  /** 基层, 中层, 领导层. */
  staffTier: z.enum([...STAFF_TIERS, '']),
  phone: z.string().trim().max(40),
  email: z.union([z.literal(''), z.email().max(200)]),
  note: z.string().trim().max(2000),
});
export type PersonFields = z.infer<typeof personFieldsSchema>;

export const EMPTY_PERSON_FIELDS: PersonFields = {
  name: '',
  department: '',
  position: '',
  titleLevel: '',
  professionalTitle: '',
  education: '',
  degree: '',
  major: '',
  research: '',
  orcid: '',
  staffTier: '',
  phone: '',
  email: '',
  note: '',
};
