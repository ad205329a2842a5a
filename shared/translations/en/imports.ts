import type { imports as zh } from '../zh-CN/imports.ts';
import { numbered } from './numbered.ts';

/** Taking files in: the questions asked first, and what became of each file. */
export const imports: typeof zh = {
  title: 'Import',
  pasted: 'Pasted picture',
  pageTitle: 'Imports',
  dialog: 'Import records',
  addToRecord: 'Add files to the record',
  sources: (count) => (count === 1 ? '1 file' : `${count} files`),
  folderSources: (folders, files) => {
    const folderText = folders === 1 ? '1 folder' : `${folders} folders`;
    const fileText = files === 1 ? '1 file' : `${files} files`;
    if (folders === 0) return fileText;
    return files === 0 ? folderText : `${folderText}, ${fileText}`;
  },
  reading: 'Counting files…',
  total: (count, size) => `${numbered(count, 'file')}, ${size}`,
  nothing: 'No files to import',
  nothingHelp: 'The dropped folder holds no files, or may not be read.',

  steps: { level: 'Level', shape: 'Shape', fields: 'Shared facts' },
  levelHelp: 'From the first byte it is stored at the chosen level; who is not cleared does not see it.',
  basis: 'Ground',
  basisHelp: 'Contract clause, charter or other ground',
  basisRequired: 'Trade secrets need a ground.',
  personalInfo: 'Contains personal information',
  personalInfoHelp: 'Identifiable people: names, photographs, contact data and the like',

  shape: 'Shape',
  shapes: {
    EACH: 'One record per file',
    ONE: 'One record for all',
    GROUP: 'Photo group',
    CATALOGUE: 'By catalogue',
  },
  shapeHelp: {
    EACH: 'Each file is a record; its name is the title',
    ONE: 'All files are one record: original and attachments',
    GROUP: 'Photographs of one occasion form a group with one title, in sequence',
    CATALOGUE: 'Each row of the list is a record; files are matched by name',
  },
  recordTitle: 'Title',
  groupTitle: 'Title of the group',
  fields: 'Shared facts',
  fieldsHelp: 'Written to every record; each can be changed later. May be left empty.',
  takeDuplicates: 'Also import files whose content is here already',
  takeDuplicatesHelp: 'Otherwise they are not stored again, and the list says where they are.',
  start: 'Import',
  starting: 'Starting…',
  started: 'Importing; you can go on working.',
  finished: (count) => `${numbered(count, 'file')} imported.`,
  finishedWithAttention: (count) => `Done; ${numbered(count, 'file needs', 'files need')} a look.`,
  showResult: 'Show result',

  states: {
    WAITING: 'Waiting',
    DONE: 'Imported',
    DUPLICATE: 'Here already',
    HELD: 'Held',
    REFUSED: 'Refused',
    FAILED: 'Failed',
    SKIPPED: 'Skipped',
  },
  notTaken: 'Left out',
  stateHelp: {
    HELD: 'Held by an import rule; not stored.',
    REFUSED: 'By the rules it must not be kept in this system.',
    FAILED: 'Could not be read or written whole; can be tried again.',
    DUPLICATE: 'A file of exactly the same content is in the vault.',
    SKIPPED: 'Not imported.',
  },
  kept: 'Kept.',
  keptUnshown: 'Kept, but cannot be shown here.',
  jobStates: {
    LISTING: 'Counting',
    RUNNING: 'Running',
    PAUSED: 'Paused',
    CANCELLED: 'Cancelled',
    DONE: 'Done',
  },
  all: 'All',
  filter: 'Filter by result',
  list: 'Imports',
  none: 'Nothing imported yet',
  noneHelp: 'Drop a folder on the archive page to begin.',
  toArchive: 'Open the archive',
  startedAt: (time) => `started ${time}`,
  progress: (done, total) => `${done} / ${total}`,
  cancel: 'Cancel',
  cancelHelp: 'What was imported stays; the rest is left out.',
  resume: 'Go on',
  retry: 'Retry failed files',
  undo: 'Undo this import',
  undoTitle: 'Undo this import',
  undoText: 'Records it made that nobody has changed are removed; changed ones stay.',
  undone: (removed, kept) =>
    kept === '0'
      ? `${removed} removed.`
      : `${removed} removed; ${numbered(kept, 'was changed and stays', 'were changed and stay')}.`,
  needsFiles:
    'The import waits for its files: after a lock or a reload the browser cannot read them by itself.',
  dropAgain: 'Drop the same folder again (or choose it again): what is done is skipped, and it goes on.',
  chooseAgain: 'Choose the folder again…',
  matched: (count) => `${numbered(count, 'missing file has', 'missing files have')} been sent.`,
  noneMatched: 'These are other files: none fits those still missing.',
  openRecord: 'Open record',
  duplicateOf: (title) => `Here already: ${title}`,
  explanation: 'Explanation',
  path: 'File',
  size: 'Size',
  result: 'Result',
  empty: 'No such files',

  held: {
    stateSecret:
      'This looks like a state secret, which must not be kept in this system. The file was not stored; the journal notes the event, not the content.',
    stateSecretNext:
      'Treat it as a state-secret carrier: take it off this machine and hand it to the security office.',
    quoted: 'The file contains the words of a secrecy mark',
    quotedText:
      'If a training text, rule or textbook only quotes a mark, you may declare so and import it; the declaration goes to the journal, without content.',
    declare: 'Declare as a quotation and import',
    declaration: 'Declaration',
    declarationHelp: 'For example: security training slides, page 3 shows a mark as an example',
    declared: 'Imported by declaration.',
    declareConfirm: 'I confirm that this file is not a state secret',
  },
};
