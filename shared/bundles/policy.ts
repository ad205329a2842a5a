import type { SecrecyStanding } from '../agreements/inForce.ts';
import { aggregateOf } from '../confidentiality/aggregate.ts';
import { isPublic, type Level, tierOf } from '../confidentiality/levels.ts';
import type { Term } from '../confidentiality/terms.ts';
import type { ItemKind } from '../items.ts';
import type { BundleItemKind } from './formatParts.ts';

/** What of an item the policy at the door reads. */
export type PolicyItem = {
  id: string;
  kind: ItemKind;
  level: Level;
  term: Term;
  personalInfo: boolean;
  /** Not archived yet. */
  draft: boolean;
  /** Set on what came from a partner: held as that partner's. */
  origin: { vaultId: string; unit: string } | null;
};

export type PolicyRecipient = {
  by: 'CARD' | 'PASSPHRASE';
  unit: string;
  /** Of the card; null for a passphrase. */
  vaultId: string | null;
  /** Whether a person has compared the card's fingerprint with its owner. */
  verified: boolean;
};

export type PolicyCase = {
  recipient: PolicyRecipient;
  /** What our agreements say about secrecy with the recipient's unit today. */
  secrecy: SecrecyStanding;
  /** On what the recipient may have personal information, as the person composing declares it; '' for nothing. */
  consent: string;
};

/** Why an item stays, with what the sentence needs. */
export type StayReason =
  | { code: 'KIND_STAYS' }
  | { code: 'NO_GRANT'; level: Level }
  | { code: 'CARD_NEEDED'; level: Level }
  | { code: 'CARD_NOT_VERIFIED'; level: Level }
  | { code: 'AGREEMENT_MISSING'; unit: string }
  | { code: 'AGREEMENT_ENDED'; title: string; on: string }
  | { code: 'AGREEMENT_WITHOUT_CLAUSE'; title: string }
  | { code: 'THIRD_PARTY'; owner: string }
  | { code: 'PERSONAL_INFO' };

/** What is said of an item that goes. */
export type GoRemark =
  | { code: 'DRAFT' }
  | { code: 'CARD_UNVERIFIED_USED' }
  | { code: 'NO_AGREEMENT'; unit: string }
  | { code: 'AGREEMENT_HAS_ENDED'; title: string; on: string }
  | { code: 'NO_SECRECY_CLAUSE'; title: string }
  | { code: 'PERSONAL_INFO_DECLARED' };

export type PolicyVerdict =
  | { goes: true; remarks: GoRemark[] }
  /** The weightiest reason first. */
  | { goes: false; reasons: [StayReason, ...StayReason[]] };

/** May this item go to this recipient? Every reason against it is named, so that mending one does not uncover the next. */
export function decide(item: PolicyItem, { recipient, secrecy, consent }: PolicyCase): PolicyVerdict {
  const reasons = [
    ...kindReasons(item),
    ...ownerReasons(item, recipient),
    ...levelReasons(item, recipient, secrecy),
    ...personalInfoReasons(item, consent),
  ];
  const [first, ...others] = reasons;
  if (first) return { goes: false, reasons: [first, ...others] };
  return { goes: true, remarks: remarksOn(item, { recipient, secrecy, consent }) };
}

/** The whole a bundle is held as: highest level and longest term of what goes, with the item that caused each. */
export function derivedLevel(
  going: readonly { id: string; kind: BundleItemKind; level: Level; term: Term }[],
): {
  level: Level;
  term: Term;
  causes: { of: 'LEVEL' | 'TERM'; kind: BundleItemKind; id: string }[];
} {
  const { level, term, levelFrom, termFrom } = aggregateOf(going);
  const cause = (of: 'LEVEL' | 'TERM', id: string | null) => {
    const item = going.find((candidate) => candidate.id === id);
    return item ? [{ of, kind: item.kind, id: item.id }] : [];
  };
  return { level, term, causes: [...cause('LEVEL', levelFrom), ...cause('TERM', termFrom)] };
}

const BUNDLE_KINDS: ReadonlySet<ItemKind> = new Set<BundleItemKind>(['record', 'person', 'unit', 'project']);

export function isBundleKind(kind: ItemKind): kind is BundleItemKind {
  return BUNDLE_KINDS.has(kind);
}

/** Cards and agreements are our own papers about the recipient. */
function kindReasons({ kind }: PolicyItem): StayReason[] {
  return isBundleKind(kind) ? [] : [{ code: 'KIND_STAYS' }];
}

/** What a partner entrusted to us goes back to that partner only; what is 公开 is nobody's secret. */
function ownerReasons({ origin, level }: PolicyItem, recipient: PolicyRecipient): StayReason[] {
  if (origin === null || isPublic(level) || origin.vaultId === recipient.vaultId) return [];
  return [{ code: 'THIRD_PARTY', owner: origin.unit }];
}

/** 普通商密 and 核心商密 need an active grant, a verified card and an agreement that binds to secrecy (domain rules 2.2, 2.4). */
function levelReasons(
  { level }: PolicyItem,
  recipient: PolicyRecipient,
  secrecy: SecrecyStanding,
): StayReason[] {
  if (tierOf(level) === 'register') return [];
  const reasons: StayReason[] = [{ code: 'NO_GRANT', level }];
  if (recipient.by === 'PASSPHRASE') reasons.push({ code: 'CARD_NEEDED', level });
  else if (!recipient.verified) reasons.push({ code: 'CARD_NOT_VERIFIED', level });
  if (secrecy.state === 'NONE') reasons.push({ code: 'AGREEMENT_MISSING', unit: recipient.unit });
  if (secrecy.state === 'ENDED')
    reasons.push({ code: 'AGREEMENT_ENDED', title: secrecy.title, on: secrecy.validTo });
  if (secrecy.state === 'NO_CLAUSE') reasons.push({ code: 'AGREEMENT_WITHOUT_CLAUSE', title: secrecy.title });
  return reasons;
}

/** Giving personal information to another processor needs the person's separate consent (个人信息保护法 art. 23). */
function personalInfoReasons({ personalInfo }: PolicyItem, consent: string): StayReason[] {
  return personalInfo && consent.trim() === '' ? [{ code: 'PERSONAL_INFO' }] : [];
}

function remarksOn(
  { level, draft, personalInfo }: PolicyItem,
  { recipient, secrecy }: PolicyCase,
): GoRemark[] {
  const remarks: GoRemark[] = [];
  if (draft) remarks.push({ code: 'DRAFT' });
  if (personalInfo) remarks.push({ code: 'PERSONAL_INFO_DECLARED' });
  if (recipient.by === 'CARD' && !recipient.verified) remarks.push({ code: 'CARD_UNVERIFIED_USED' });
  if (isPublic(level)) return remarks;
  if (secrecy.state === 'NONE') remarks.push({ code: 'NO_AGREEMENT', unit: recipient.unit });
  if (secrecy.state === 'ENDED')
    remarks.push({ code: 'AGREEMENT_HAS_ENDED', title: secrecy.title, on: secrecy.validTo });
  if (secrecy.state === 'NO_CLAUSE') remarks.push({ code: 'NO_SECRECY_CLAUSE', title: secrecy.title });
  return remarks;
}
