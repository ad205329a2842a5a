import { z } from 'zod';
import type { Problem } from '../errors.ts';

const countSchema = z.number().int().min(0).max(9999);

/** 表决结果: 应到, 实到, 赞成, 反对, 弃权, 回避. */
export const voteSchema = z.object({
  id: z.string().max(64),
  subject: z.string().trim().min(1, 'REQUIRED').max(300, 'TOO_LONG'),
  due: countSchema,
  present: countSchema,
  favour: countSchema,
  against: countSchema,
  abstained: countSchema,
  recused: countSchema,
});
export type Vote = z.infer<typeof voteSchema>;

/** No more are there than should be; whoever is there voted for, against, abstained or stood aside, and did one of them. */
export function checkVote(vote: Vote): Omit<Problem, 'field'> | null {
  if (vote.present > vote.due) {
    return { rule: 'VOTE_MORE_PRESENT_THAN_DUE', params: { present: vote.present, due: vote.due } };
  }
  const cast = vote.favour + vote.against + vote.abstained + vote.recused;
  if (cast !== vote.present) {
    return { rule: 'VOTE_DOES_NOT_ADD_UP', params: { cast, present: vote.present } };
  }
  return null;
}
