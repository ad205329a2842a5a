import { z } from 'zod';

/** What stands beside the level and is independent of it. A flag forbids nothing by itself; the policy at the door reads it. */
export const flagsSchema = z
  .object({
    containsPersonalInfo: z.boolean(),
    /** 敏感个人信息, 个人信息保护法 art. 28. */
    containsSensitivePersonalInfo: z.boolean(),
    /** 人类遗传资源: only references are held here, never the data. */
    hgrRelated: z.boolean(),
    /** Another's secret, held under that party's terms. */
    thirdPartyConfidential: z
      .object({
        owner: z.string().trim().min(1, 'REQUIRED').max(200, 'TOO_LONG'),
        ndaId: z.string().nullable(),
      })
      .nullable(),
    /** 未申请专利: disclosure would destroy novelty, 专利法 arts. 22, 24. */
    unfiledInvention: z.boolean(),
  })
  .refine((flags) => flags.containsPersonalInfo || !flags.containsSensitivePersonalInfo, {
    path: ['containsPersonalInfo'],
    error: 'SENSITIVE_INFO_IS_PERSONAL_INFO',
  });
export type Flags = z.infer<typeof flagsSchema>;

export const NO_FLAGS: Flags = {
  containsPersonalInfo: false,
  containsSensitivePersonalInfo: false,
  hgrRelated: false,
  thirdPartyConfidential: null,
  unfiledInvention: false,
};

export function hasFlags(flags: Flags): boolean {
  return (
    flags.containsPersonalInfo ||
    flags.containsSensitivePersonalInfo ||
    flags.hgrRelated ||
    flags.thirdPartyConfidential !== null ||
    flags.unfiledInvention
  );
}
