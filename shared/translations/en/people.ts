import type { people as zh } from '../zh-CN/people.ts';

/** People as thin as records need them. */
export const people: typeof zh = {
  title: 'People',
  create: 'New person',
  createVerb: 'Create',
  created: (name) => `${name} is on file.`,
  emptyTitle: 'No people yet',
  empty:
    'Here belong the people records speak of: authors, project members, experts, contacts of partner units.',
  noneFound: 'Nobody found',
  noneFoundHelp: 'Try another word, or clear the search.',
  filter: 'Find by name, position or unit',
  fields: { name: 'Name', position: 'Position', unit: 'Unit', phone: 'Phone', email: 'E-mail', note: 'Note' },
  noUnit: 'Belongs to no unit',
  records: 'Records',
  noRecords: 'No record speaks of this person yet.',
  facts: 'About this person',
  sensitive:
    'Personnel files, assessments and scores belong in records of their own at the level of trade secret, not here.',
};
