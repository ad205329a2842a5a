import { INDICATORS, type Indicator } from './maturityTable.ts';

/** The ten scores of one expert in halves of a point: 7.5 is 15. Whole numbers, so that sums and means are exact. */
export type Scores = Readonly<Record<Indicator, number>>;

/** From this many sheets on, the highest and the lowest total are left out (domain rules §5.2). */
export const TRIMMED_FROM = 5;
/** 8.2 of the guideline: 80分及以上为具备成熟度. In hundredths. */
export const MATURE_FROM = 8000;

export type Verdict = 'MATURE' | 'NOT_MATURE';

export type MaturityResult = {
  /** Sheets there were, and those whose mean it is. */
  sheets: number;
  counted: number;
  /** Highest and lowest total left out. */
  trimmed: boolean;
  /** Hundredths of a point, rounded half up: 8000 is 80.00. */
  total: number;
  /** The same of each indicator, over the same sheets. Each is rounded by itself: they need not add up to the total. */
  means: Record<Indicator, number>;
  verdict: Verdict;
};

/** The total of a sheet in halves of a point. */
export function totalOf(scores: Scores): number {
  return INDICATORS.reduce((sum, indicator) => sum + scores[indicator], 0);
}

/**
 * The panel's result: the mean of the totals, without the highest and the lowest where there are five sheets or more. Of equal
 * totals at an end only one is left out, the first in the given order. The verdict goes by the rounded total, which is
 * the one that is printed.
 *
 * @throws RangeError for no sheets
 */
export function maturityOf(sheets: readonly Scores[]): MaturityResult {
  if (sheets.length === 0) throw new RangeError('a panel without sheets has no result');
  const retained = sheets.length >= TRIMMED_FROM ? withoutExtremes(sheets) : sheets;
  const mean = (of: (scores: Scores) => number) =>
    meanInHundredths(
      retained.reduce((sum, scores) => sum + of(scores), 0),
      retained.length,
    );
  const total = mean(totalOf);
  return {
    sheets: sheets.length,
    counted: retained.length,
    trimmed: retained.length < sheets.length,
    total,
    means: Object.fromEntries(
      INDICATORS.map((indicator) => [indicator, mean((scores) => scores[indicator])]),
    ) as Record<Indicator, number>,
    verdict: verdictOf(total),
  };
}

export function verdictOf(total: number): Verdict {
  return total >= MATURE_FROM ? 'MATURE' : 'NOT_MATURE';
}

/** '80.00' of 8000. */
export function hundredthsText(value: number): string {
  return `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`;
}

/** '7.5' of 15, '8' of 16. */
export function halvesText(halves: number): string {
  return halves % 2 === 0 ? String(halves / 2) : `${Math.floor(halves / 2)}.5`;
}

/** A score as typed (7.5, ７．５, 8) in halves; null for what is none or has another step than 0.5. */
export function halvesTyped(typed: string): number | null {
  const match = /^(\d{1,2})(?:\.([05]))?0?$/.exec(typed.normalize('NFKC').trim());
  return match === null ? null : Number(match[1]) * 2 + (match[2] === '5' ? 1 : 0);
}

/** Rounded half up in whole numbers: ⌊(100·sum/2n) + ½⌋. */
function meanInHundredths(halves: number, count: number): number {
  return Math.floor((halves * 100 + count) / (2 * count));
}

function withoutExtremes(sheets: readonly Scores[]): Scores[] {
  const totals = sheets.map(totalOf);
  const highest = totals.indexOf(Math.max(...totals));
  const others = totals.map((total, index) => (index === highest ? Number.POSITIVE_INFINITY : total));
  const lowest = others.indexOf(Math.min(...others));
  return sheets.filter((_, index) => index !== highest && index !== lowest);
}
