/** Weights of the Chinese application number's check digit: 12 digits since October 2003, 8 before. Sum mod 11; 10 is X. */
const WEIGHTS = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5] as const;
/** 发明, 实用新型, 外观设计, and 发明 and 实用新型 that came by PCT. */
const KINDS = '12389';

export type PatentKind = 'INVENTION' | 'UTILITY_MODEL' | 'DESIGN';
const KIND_OF: Readonly<Record<string, PatentKind>> = {
  1: 'INVENTION',
  2: 'UTILITY_MODEL',
  3: 'DESIGN',
  8: 'INVENTION',
  9: 'UTILITY_MODEL',
};

export type PatentNumberProblem =
  | 'PATENT_NUMBER_FORM'
  | 'PATENT_NUMBER_INCOMPLETE'
  | 'PATENT_NUMBER_YEAR'
  | 'PATENT_NUMBER_KIND'
  | 'PATENT_NUMBER_CHECK_DIGIT'
  | 'PATENT_NUMBER_OTHER_KIND';

export type PatentNumberReading =
  | { sort: 'APPLICATION'; number: string; year: number; kind: PatentKind }
  /** CN107732394B: names a publication, without a check digit. */
  | { sort: 'PUBLICATION'; number: string };

/** One spelling: plain capitals and figures, no blanks, ZL before the figures where it was written. */
export function normalPatentNumber(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .toUpperCase();
}

/** The check digit of the figures before the point. */
export function patentCheckDigit(digits: string): string {
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (WEIGHTS[place] ?? 0), 0);
  const rest = sum % 11;
  return rest === 10 ? 'X' : String(rest);
}

/**
 * Reads a Chinese application, patent (ZL) or publication number. That the check digit is the sum's remainder is practice
 * seen in published numbers, not a text of the law that was read: who uses this warns and does not refuse.
 *
 * @param thisYear applications of a later year do not exist
 */
export function readPatentNumber(typed: string, thisYear: number): PatentNumberReading | PatentNumberProblem {
  const number = normalPatentNumber(typed);
  if (/^CN\d{7,9}[A-Z]\d?$/.test(number)) return { sort: 'PUBLICATION', number };
  const match = /^(?:ZL|CN)?(\d{12}|\d{8})(?:\.([0-9X]))?$/.exec(number);
  const [, digits = '', check] = match ?? [];
  if (match === null) return 'PATENT_NUMBER_FORM';
  const isOld = digits.length === 8;
  const year = isOld
    ? 1900 + Number(digits.slice(0, 2)) + (digits < '8' ? 100 : 0)
    : Number(digits.slice(0, 4));
  // Applications began on 1 April 1985; twelve digits on 1 October 2003.
  if (year > thisYear || year < (isOld ? 1985 : 2003)) return 'PATENT_NUMBER_YEAR';
  const kind = digits.charAt(isOld ? 2 : 4);
  if (!KINDS.includes(kind)) return 'PATENT_NUMBER_KIND';
  if (check === undefined) return 'PATENT_NUMBER_INCOMPLETE';
  if (check !== patentCheckDigit(digits)) return 'PATENT_NUMBER_CHECK_DIGIT';
  return { sort: 'APPLICATION', number, year, kind: KIND_OF[kind] ?? 'INVENTION' };
}
