import { screening } from '../translations/zh-CN/screening.ts';
import type { Vote } from './vote.ts';

/** A vote as papers say it. */
export function voteSentence({ members, present, recused, inFavour, against, abstained }: Vote): string {
  return `${screening.presentText(present, members, recused)}，${screening.voteText(inFavour, against, abstained)}`;
}
