import type { CalendarDate } from '../dates.ts';
import type { SignatureState } from './bagSignature.ts';
import type { BundleJson } from './bundleJson.ts';

/** What the receiver's contact cards say of the key that signed. */
export type SignerStanding =
  /** On a card a person has compared with its owner. */
  | 'VERIFIED'
  /** On an imported card nobody has compared yet. */
  | 'KNOWN'
  /** On no card. */
  | 'UNKNOWN'
  /** A card of the same vault or name has another key. */
  | 'MISMATCH';

/** Against what came before from the same sender; only those who keep a memory can say. */
export type Freshness = 'NEWEST' | 'SUPERSEDED' | 'REPLAYED' | 'RESTARTED' | 'RECALLED';

export interface VerdictFacts {
  whole: boolean;
  signature: SignatureState;
  bundle: BundleJson | null;
  /** Null where there are no cards to compare with: counts as UNKNOWN. */
  signer: SignerStanding | null;
  /** Null where nothing is remembered. */
  freshness: Freshness | null;
  /** Whose key bundle.json names; null where it was opened with a passphrase or is not known. */
  addressee: 'US' | 'SOMEBODY_ELSE' | null;
  today: CalendarDate;
}

export type VerdictCode =
  | `SIGNER_${SignerStanding}`
  | 'UNSIGNED'
  | 'SIGNATURE_MISSING'
  | 'SIGNATURE_INVALID'
  | 'WHOLE'
  | 'CHANGED'
  | Freshness
  | 'EXPIRED'
  | 'VALID_UNTIL'
  | 'FOR_US'
  | 'FOR_SOMEBODY_ELSE';

export interface Verdict {
  tone: 'good' | 'caution' | 'bad';
  /** In the order of the sentence: from whom, whole, how new, valid until, for whom. */
  codes: VerdictCode[];
  /** What the sentence is filled with; null where bundle.json is not known or not believed. */
  data: {
    unit: string | null;
    fingerprint: string | null;
    createdAt: string | null;
    sequence: number | null;
    expires: CalendarDate | null;
    recipient: string | null;
    copy: number | null;
  };
}

const BAD: ReadonlySet<VerdictCode> = new Set([
  'CHANGED',
  'SIGNATURE_MISSING',
  'SIGNATURE_INVALID',
  'SIGNER_MISMATCH',
  'REPLAYED',
  'RECALLED',
]);
const CAUTION: ReadonlySet<VerdictCode> = new Set([
  'UNSIGNED',
  'SIGNER_UNKNOWN',
  'SIGNER_KNOWN',
  'SUPERSEDED',
  'RESTARTED',
  'EXPIRED',
  'FOR_SOMEBODY_ELSE',
]);

/**
 * The one verdict on a received bundle: green only where a verified card signed it, every byte is there, and nothing speaks
 * against it. Words are the catalogue's.
 */
export function verdictOf(facts: VerdictFacts): Verdict {
  const codes = [signerCode(facts), facts.whole ? 'WHOLE' : 'CHANGED', ...circumstances(facts)] as const;
  const isBad = codes.some((code) => BAD.has(code));
  const isDoubtful = codes.some((code) => CAUTION.has(code));
  return { tone: isBad ? 'bad' : isDoubtful ? 'caution' : 'good', codes: [...codes], data: dataOf(facts) };
}

function signerCode({ signature, signer }: VerdictFacts): VerdictCode {
  if (signature.state === 'VALID') return `SIGNER_${signer ?? 'UNKNOWN'}`;
  if (signature.state === 'INVALID') return 'SIGNATURE_INVALID';
  return signature.state === 'MISSING' ? 'SIGNATURE_MISSING' : 'UNSIGNED';
}

/** What the bundle says of itself counts only under a signature that holds. */
function circumstances({ signature, bundle, freshness, addressee, today }: VerdictFacts): VerdictCode[] {
  if (signature.state !== 'VALID' || bundle === null) return [];
  const codes: VerdictCode[] = [];
  if (freshness !== null) codes.push(freshness);
  if (bundle.expires !== null) codes.push(bundle.expires < today ? 'EXPIRED' : 'VALID_UNTIL');
  if (addressee !== null) codes.push(addressee === 'US' ? 'FOR_US' : 'FOR_SOMEBODY_ELSE');
  return codes;
}

function dataOf({ signature, bundle }: VerdictFacts): Verdict['data'] {
  const believed = signature.state === 'VALID' ? bundle : null;
  return {
    unit: believed?.sender.unit ?? null,
    fingerprint: signature.state === 'VALID' ? signature.fingerprint : null,
    createdAt: believed?.createdAt ?? null,
    sequence: believed?.series.sequence ?? null,
    expires: believed?.expires ?? null,
    recipient: believed?.recipient.name ?? null,
    copy: believed?.recipient.copy ?? null,
  };
}
