import type { CalendarDate } from '../dates.ts';
import type { AgreementFields } from './agreement.ts';

export type AgreementDates = Pick<AgreementFields, 'signedOn' | 'validFrom' | 'validTo'>;
export type AgreementState = 'UNSIGNED' | 'NOT_YET' | 'IN_FORCE' | 'ENDED';

/** Where an agreement stands on a day. It binds from the day it was signed or a later first day, to the end of its last day. */
export function agreementState(
  { signedOn, validFrom, validTo }: AgreementDates,
  day: CalendarDate,
): AgreementState {
  if (signedOn === null || signedOn > day) return 'UNSIGNED';
  if (validFrom !== null && validFrom > day) return 'NOT_YET';
  return validTo !== null && validTo < day ? 'ENDED' : 'IN_FORCE';
}

/** Whether two names mean the same unit: width, case, blanks and kinds of brackets do not matter. */
export function isSameUnit(a: string, b: string): boolean {
  return unitKey(a) === unitKey(b);
}

/** One spelling of a unit's name, to compare by. */
export function unitKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/[【〔[]/gu, '(')
    .replace(/[】〕\]]/gu, ')')
    .toLowerCase();
}

export type SecrecyAgreement = AgreementDates & {
  id: string;
  title: string;
  unitName: string;
  confidentiality: boolean;
};

/** What the joint body's agreements say about secrecy with one unit on one day. */
export type SecrecyStanding =
  /** One with a confidentiality clause is in force; the one that lasts longest. */
  | { state: 'IN_FORCE'; id: string; title: string; validTo: CalendarDate | null }
  /** There was one; it has ended. */
  | { state: 'ENDED'; title: string; validTo: CalendarDate }
  /** An agreement is in force, but without a confidentiality clause. */
  | { state: 'NO_CLAUSE'; title: string }
  | { state: 'NONE' };

export function secrecyStanding(
  agreements: readonly SecrecyAgreement[],
  unitName: string,
  day: CalendarDate,
): SecrecyStanding {
  const ours = agreements.filter((agreement) => isSameUnit(agreement.unitName, unitName));
  const inForce = ours.filter((agreement) => agreementState(agreement, day) === 'IN_FORCE');
  const binding = longest(inForce.filter(({ confidentiality }) => confidentiality));
  if (binding) return { state: 'IN_FORCE', id: binding.id, title: binding.title, validTo: binding.validTo };
  const ended = longest(ours.filter((each) => each.confidentiality && agreementState(each, day) === 'ENDED'));
  if (ended?.validTo) return { state: 'ENDED', title: ended.title, validTo: ended.validTo };
  const [loose] = inForce;
  return loose ? { state: 'NO_CLAUSE', title: loose.title } : { state: 'NONE' };
}

/** The one that ends last; one without an end outlasts all. */
function longest(agreements: readonly SecrecyAgreement[]): SecrecyAgreement | null {
  return agreements.reduce<SecrecyAgreement | null>(
    (best, each) => (best === null || lastDay(each) > lastDay(best) ? each : best),
    null,
  );
}

function lastDay({ validTo }: AgreementDates): string {
  return validTo ?? '9999-12-31';
}
