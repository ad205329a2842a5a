import type { Fault } from './messages.ts';
import { words } from './words.ts';

/** What went wrong, in one sentence. */
export function faultText({ code, data }: Fault): string {
  const { faults } = words();
  const rule = String(data.rule ?? '');
  switch (code) {
    case 'CANNOT_DECRYPT':
      if (data.needs === 'passphrase') return faults.CANNOT_DECRYPT_passphrase;
      return data.needs === 'identity' ? faults.CANNOT_DECRYPT_identity : faults.CANNOT_DECRYPT_other;
    case 'NEWER_VERSION':
      return faults.NEWER_VERSION(String(data.needs ?? ''));
    case 'REFUSED_ENTRY':
      return faults.REFUSED_ENTRY(String(data.entry ?? ''), rule);
    case 'NOT_A_BUNDLE':
      return faults.NOT_A_BUNDLE;
    case 'KEY_INVALID':
      return rule === 'PASSPHRASE_EMPTY' ? faults.PASSPHRASE_EMPTY : faults.KEY_INVALID;
    case 'DAMAGED':
      return faults.DAMAGED;
    case 'UNREADABLE':
      return faults.UNREADABLE;
    default:
      return faults.other(code);
  }
}
