import { z } from 'zod';

/** Kinds of agreement the joint body concludes, after 民法典 arts. 843–887 and the alliance's own papers. */
export const AGREEMENT_TYPES = [
  'NDA', // 保密协议
  'ALLIANCE', // 组建或入盟协议
  'COOPERATION', // 合作协议
  'TECH_DEV_COOPERATIVE', // 合作开发
  'TECH_DEV_COMMISSIONED', // 委托开发
  'TECH_TRANSFER', // 技术转让
  'TECH_LICENSE', // 技术许可
  'TECH_SERVICE', // 技术服务与咨询
  'OTHER',
] as const;
export const agreementTypeSchema = z.enum(AGREEMENT_TYPES);
export type AgreementType = z.infer<typeof agreementTypeSchema>;

/** An agreement as the policy for bundles needs it: with whom, signed, for how long, and whether it binds to secrecy. */
export const agreementFieldsSchema = z
  .object({
    title: z.string().trim().min(1, 'REQUIRED').max(200, 'TOO_LONG'),
    type: agreementTypeSchema,
    /** The other party; a recipient is matched by this name. */
    unitName: z.string().trim().min(1, 'REQUIRED').max(120, 'TOO_LONG'),
    /** null: not signed yet, so not in force. */
    signedOn: z.iso.date('NOT_A_DATE').nullable(),
    /** null: from the day it was signed. */
    validFrom: z.iso.date('NOT_A_DATE').nullable(),
    /** The last day; null: without an end. */
    validTo: z.iso.date('NOT_A_DATE').nullable(),
    /** Whether it has a confidentiality clause. A 保密协议 always has. */
    confidentiality: z.boolean(),
    note: z.string().trim().max(2000, 'TOO_LONG'),
  })
  .refine(
    ({ validFrom, signedOn, validTo }) => validTo === null || (validFrom ?? signedOn ?? validTo) <= validTo,
    {
      path: ['validTo'],
      error: 'END_BEFORE_START',
    },
  )
  .refine(({ type, confidentiality }) => type !== 'NDA' || confidentiality, {
    path: ['confidentiality'],
    error: 'NDA_IS_CONFIDENTIAL',
  });
export type AgreementFields = z.infer<typeof agreementFieldsSchema>;
