import { checkCharacter, isSubjectCodeDoubtful } from '#shared/members/uscc.ts';

/**
 * A code whose digits are right in a region that is none (990101). `authority`: who registers what, such as 91 for a company, 12 for
 * a public institution, 51 for a society, 11 for an organ of state.
 */
export function inventedCode(number: number, authority: '91' | '12' | '51' | '11' = '91'): string {
  const stem = `${authority}990101MA${String(5_000_000 + number * 137_911).slice(0, 6)}`;
  const subject = Array.from('0123456789X', (last) => `${stem}${last}`).find(
    (text) => !isSubjectCodeDoubtful(`${text}0`),
  );
  const body = subject ?? `${stem}0`;
  return `${body}${checkCharacter(body)}`;
}
