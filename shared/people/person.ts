import { z } from 'zod';

export const personFieldsSchema = z.object({
  name: z.string().trim().min(1).max(60),
  /** 职务/职称, as the person is introduced. */
  position: z.string().trim().max(100),
  phone: z.string().trim().max(40),
  email: z.union([z.literal(''), z.email().max(200)]),
  note: z.string().trim().max(2000),
});
export type PersonFields = z.infer<typeof personFieldsSchema>;
