import type { BoothPack } from '#shared/showcase/boothPack.ts';
import type { BoothChoice } from '#shared/showcase/boothSearch.ts';
import type { BoothLanguage } from './words.ts';

/** What is shown. `panel`: the number of the one that is open. */
export type BoothState = {
  pack: BoothPack;
  language: BoothLanguage;
  isAttracting: boolean;
  choice: BoothChoice;
  panel: number | null;
};
export type Change = (changes: Partial<Omit<BoothState, 'pack'>>) => void;
