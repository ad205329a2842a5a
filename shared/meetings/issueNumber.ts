export type IssueNumber = { year: number; number: number };

/** 期号 as official papers write it: 〔2026〕3号. '' for none. */
export function formatIssueNumber(issue: IssueNumber | null): string {
  return issue === null ? '' : `〔${issue.year}〕${issue.number}号`;
}

/**
 * What a person types for it: 〔2026〕3号, [2026]3, 2026-3, 2026年第3期, or 3 alone, which takes `year`.
 * Null for an empty text; undefined for any other.
 */
export function issueNumberTyped(typed: string, year: number): IssueNumber | null | undefined {
  const text = typed.normalize('NFKC').replace(/\s+/g, '');
  if (text === '') return null;
  const match = /^(?:[〔[(【]?(\d{4})[〕\])】]?[年\-/.]?)?第?(\d{1,4})[号期次]?$/.exec(text);
  const number = Number(match?.[2] ?? 0);
  if (match === null || number === 0) return undefined;
  return { year: match[1] === undefined ? year : Number(match[1]), number };
}

/** The number after the highest of the year; 1 for the first. */
export function nextIssueNumber(taken: readonly IssueNumber[], year: number): number {
  return Math.max(0, ...taken.filter((issue) => issue.year === year).map(({ number }) => number)) + 1;
}
