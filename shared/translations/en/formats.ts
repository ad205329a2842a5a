import type { formats as zh } from '../zh-CN/formats.ts';

/** Punctuation and number forms that differ between the languages. */
export const formats: typeof zh = {
  locale: 'en',
  colon: ': ',
  aside: (text: string) => ` (${text})`,
  separator: ' · ',
  list: ', ',
  row: (row) => `row ${row}`,
  justNow: 'just now',
  minutesAgo: (count) => (count === 1 ? '1 minute ago' : `${count} minutes ago`),
  hoursAgo: (count) => (count === 1 ? '1 hour ago' : `${count} hours ago`),
  yesterday: 'yesterday',
  files: (count) => (count === 1 ? '1 file' : `${count} files`),
  items: (count) => (count === 1 ? '1 item' : `${count} items`),
  of: (done, total) => `${done} / ${total}`,
};
