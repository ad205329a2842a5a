import type { search as zh } from '../zh-CN/search.ts';

/** The search over everything that is open. */
export const search: typeof zh = {
  title: 'Search',
  placeholder: 'Search records, people, projects…',
  label: 'Search everything',
  hint: 'One character is enough; pinyin initials, reference codes and numbers work too',
  kinds: {
    record: 'Records',
    person: 'People',
    unit: 'Units',
    project: 'Projects',
    screening: 'Screening',
    panelSheet: 'Score sheet',
    agreement: 'Agreements',
    contact: 'Contacts',
  },
  count: (count) => count,
  moreThan: (count) => `${count}+`,
  moreThanHelp: 'Many results, newest first; another character narrows them down.',
  nothing: (text) => `Nothing found for “${text}”`,
  nothingHelp: 'Only open levels are searched. Try another word, or fewer characters.',
  start: 'One character starts the search.',
  showAll: (kind, count) => `All ${count} in ${kind}`,
  allResults: 'All results',
  results: 'Results',
  found: (count) => `${count} found`,
  showMore: 'Show more',
  clear: 'Clear',
  keys: { move: 'move', open: 'open', all: 'all results' },
};
