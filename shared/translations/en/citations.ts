import type { citations as zh } from '../zh-CN/citations.ts';

/** Evidence: files of archive records, cited by their bytes. */
export const citations: typeof zh = {
  evidence: 'Evidence',
  choose: 'Choose an evidence file',
  replace: 'Replace',
  clear: 'Remove evidence',
  find: 'Find records by title, code or file name',
  nothing: 'No record found',
  nothingHelp: 'Evidence is a file in the archive. File it as a record first, then cite it here.',
  onlyLower: (level) => `Only records that ${level} may cite are listed.`,
  files: 'Choose a file',
  states: { PRESENT: 'On file', CHANGED: 'File changed', GONE: 'Record removed', NOT_OPEN: 'Level not open' },
  explain: {
    PRESENT: 'The record still holds the file that was cited.',
    CHANGED: 'The record no longer holds the file that was cited: what rests on it must be judged anew.',
    GONE: 'The cited record was removed: what rests on it must be judged anew.',
    NOT_OPEN: 'The cited record lies in a level that is not open.',
  },
  hash: (start) => `SHA-256 ${start}…`,
};
