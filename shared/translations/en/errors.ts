import type { errors as zh } from '../zh-CN/errors.ts';

/** What went wrong, by the code a call answers with; and what the shell says when it cannot go on. */
export const errors: typeof zh = {
  codes: {
    LOCKED: 'The vault is locked. Enter the passphrase again.',
    WRONG_PASSPHRASE: 'Wrong passphrase.',
    NOT_FOUND: 'Not found. It may have been removed, or it is not in an open tier.',
    CONFLICT: 'This conflicts with what is there. Nothing was saved.',
    INVALID: 'What was filled in does not keep the rules. Nothing was saved.',
    BAD_REQUEST: 'What was filled in does not keep the rules. Nothing was saved.',
    NOT_ALLOWED: 'This cannot be done now.',
    VAULT_IN_USE: 'Another program has this vault open. Close it there first.',
    DISK_FULL: 'The disk is full. Nothing was written. Make room, then try again.',
    DAMAGED: 'What was read is not what was stored. Run “Check the vault” and restore from a backup.',
    NEWER_VERSION: 'A newer version of Mengbu wrote this. Update the program first.',
  },
  vaultInUse: (holder) =>
    `“${holder}” has this vault open. Lock or close it there, then try again after a minute.`,
  unknown: 'Something unexpected happened. It was not done.',
  unknownRule: (rule) => `The rule ${rule} is not kept.`,
  noAnswer: 'The service does not answer. Connecting again…',
  broken: 'Something went wrong on this page',
  brokenHelp:
    'What you typed and did not save is still kept. Try again; if it happens again, go to another page.',
  details: 'Technical details',
  pageMissing: 'There is no such page',
  pageMissingHelp: 'The address may no longer be valid.',
  sessionLost: 'The session of this page has ended',
  sessionLostHelp:
    'Mengbu was opened elsewhere, or its service has ended. Open this page again from where Mengbu was started.',
  needsStart: 'Open this page from Mengbu',
  needsStartHelp:
    'For safety, only Mengbu itself can open this page. Run npm start in a terminal, or press Enter there for a fresh address.',
};
