import type { RuleParams, RuleText } from '../../catalogue.ts';
import type { exchangeRules as zh } from '../../zh-CN/rules/exchange.ts';
import { bagRules } from '../bagRules.ts';

type Value = RuleParams[string] | undefined;

function bagRule(rule: Value): string | null {
  const known: Readonly<Record<string, string>> = bagRules;
  return Object.hasOwn(known, String(rule)) ? (known[String(rule)] ?? null) : null;
}

function detailed(sentence: string, detail: Value): string {
  const why = bagRule(detail);
  if (why !== null) return `${sentence} ${why}`;
  return detail ? `${sentence.replace(/\.$/, '')} (${detail}).` : sentence;
}

/** Contacts, agreements and bundles. */
export const exchangeRules: Record<keyof typeof zh, RuleText> = {
  CARD_TOO_LONG: 'The file is too large to be a contact card.',
  CARD_UNREADABLE: 'This is no Mengbu contact card.',
  CARD_NEWER: 'The card was made by a newer Mengbu. Update the program first.',
  CARD_FIELD: 'The card does not keep the format. Ask for it to be exported again.',
  CARD_NOT_CANONICAL: 'The text of the card was rewritten. Ask for it to be exported again.',
  CARD_KEY_TWICE: 'The card has the same key twice and is refused.',
  CARD_SIGNATURE: 'The signature of the card does not hold: it is incomplete or changed. Ask for it again.',
  CARD_SIGNED_BY_OTHER: 'The card is not signed by its own key and is refused.',
  CARD_NAME_INVALID: 'The name holds invisible characters. Please write it anew.',
  CARD_NOT_MADE: 'No contact card was made yet.',
  CARD_IS_OWN: 'This is our own card.',
  CARD_KEYS_CHANGED: ({ unit }) =>
    `The keys of ${unit} are others than before. Compare them before accepting.`,
  CARD_NAME_KNOWN: ({ unit }) => `A contact named ${unit} has other keys. Compare them before adding.`,
  FINGERPRINT_CHANGED: 'The keys changed meanwhile. Compare again.',
  CONTACT_NOT_THERE: 'This contact is not there any more.',
  NOTHING_FOUND: 'Nothing was found that could go.',
  NOTHING_MAY_GO: 'Nothing of what was chosen may go.',
  TOO_MANY_ITEMS: 'A bundle holds 10,000 items at most. Send several.',
  SELECTION_CHANGED: 'Something changed since the check. Check again.',
  SERIES_NOT_THERE: 'The chosen series is not there.',
  EXPIRY_PAST: 'The date lies before today.',
  PASSPHRASE_REQUIRED: 'A passphrase is needed.',
  PASSPHRASE_NOT_FOR_CARDS: 'A bundle for a contact is sealed to their key, without a passphrase.',
  FILE_NAME_INVALID: 'The file name has characters that cannot be used.',
  JOB_CANCELLED: 'Stopped; no file was left behind.',
  UPLOAD_OUT_OF_ORDER: 'The transfer was interrupted. Drop the file again.',
  UPLOAD_NOT_COMPLETE: 'The file has not arrived wholly yet.',
  BUNDLE_CANNOT_DECRYPT: ({ needs, tried }) =>
    needs === 'passphrase'
      ? tried === 'passphrase'
        ? 'The passphrase is wrong.'
        : 'It is sealed with a passphrase; give it.'
      : tried === 'nothing'
        ? 'It is sealed to a key; give the identity file.'
        : 'The keys at hand do not open it: it is for somebody else, or for a level you cannot open.',
  BUNDLE_LEVEL_NOT_OPEN: 'What is inside is of a level that is not open; it is not shown.',
  BUNDLE_DAMAGED: ({ rule }) =>
    `${bagRule(rule) ?? 'The file is damaged or incomplete.'} Ask the sender for it again.`,
  BUNDLE_NOT_A_BUNDLE: 'This is no Mengbu bundle.',
  BUNDLE_NEWER_VERSION: ({ needs }) => `Made by a newer version; it needs a program that knows “${needs}”.`,
  BUNDLE_SIGNATURE_INVALID: ({ rule }) => bagRule(rule) ?? 'The signature does not hold.',
  BUNDLE_BAG_INVALID: ({ rule, detail, field }) =>
    detailed(bagRule(rule) ?? `Against the format (${rule}).`, detail || field),
  BUNDLE_REFUSED_ENTRY: ({ rule }) => `Refused for safety. ${bagRule(rule) ?? `It breaks a rule (${rule}).`}`,
  BUNDLE_PLAN_INVALID: ({ rule }) => `This cannot go into a bundle. ${bagRule(rule) ?? `${rule}.`}`,
  BUNDLE_SOURCE_CHANGED:
    'A file is not what it was when it was filed; no bundle was made. Run “Check the vault”.',
  BUNDLE_KEY_INVALID: 'The key or passphrase does not keep the format.',
  BUNDLE_TARGET_EXISTS: 'A file of this name is there already and was not replaced.',
  BUNDLE_TARGET_NOT_EMPTY: 'The folder is not empty.',
  BUNDLE_FILE_TOO_LARGE: 'This disk cannot hold a file that large (FAT32: 4 GB a file).',
  BUNDLE_DISK_FULL: 'The disk is full; no file was left behind.',
  BUNDLE_TARGET_UNUSABLE: 'The chosen place cannot be written to.',
  BUNDLE_NOT_MADE: 'It was not made, and no file was left behind.',
  BUNDLE_NOT_IMPORTED: 'It was not imported; the vault is unchanged.',
  SIGNED_BELOW_LEVEL: 'The signing key is for a lower level than the contents; they are not shown.',
  IMPORT_NOT_SIGNED: 'Without a signature that holds it cannot be imported.',
  IMPORT_NOT_WHOLE: 'Incomplete or changed, so it cannot be imported.',
  IMPORT_OWN_BUNDLE: "This is this vault's own bundle.",
  IMPORT_SENDER_UNKNOWN:
    'The sender is no contact, or the key is another: it cannot be imported. Get and compare their card first.',
  IMPORT_FOR_SOMEBODY_ELSE: 'It is not addressed to us and cannot be imported.',
  IMPORT_RECALLED: 'The sender has recalled it; it cannot be imported.',
  IMPORT_OURS_NOT_THERE: 'They say it is ours, but it is not in the vault or was removed.',
  IMPORT_OTHER_KIND: 'It is of another kind than the same item here.',
  IMPORT_ORIGIN_NOT_SENDER: ({ unit }) => `It belongs to ${unit}; only they may update it.`,
  IMPORT_TIER_NOT_OPEN: 'This level is not open. A user with the clearance may import it.',
  IMPORT_TERM_INVALID: 'This is not a term. Write it like 5 years, 6 months or 30 days.',
  IMPORT_TITLE_UNUSABLE: 'The title is too long or holds characters that cannot be used.',
  IMPORT_OLDER_THAN_KNOWN: 'Older than what was received before.',
  IMPORT_LEVEL_RAISED: 'They raised its level. Raise it here first, then import.',
  IMPORT_CONFLICT_UNDECIDED: 'Both sides changed it. Choose whose counts.',
};
