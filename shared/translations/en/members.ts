import type { members as zh } from '../zh-CN/members.ts';

/** Units as thin as people, agreements and recipients need them. */
export const members: typeof zh = {
  title: 'Units',
  create: 'New unit',
  createVerb: 'Create',
  created: (name) => `${name} is on file.`,
  emptyTitle: 'No units yet',
  empty:
    'Here belong the members of the joint body and those it deals with: companies, universities, institutes, hospitals.',
  noneFound: 'No unit found',
  noneFoundHelp: 'Try another word, or clear the search.',
  filter: 'Find by name or short name',
  fields: {
    name: 'Name',
    nameHelp: 'As on the certificate or seal.',
    shortName: 'Short name',
    role: 'Role',
    note: 'Note',
    people: 'People',
  },
  roles: {
    INDUSTRY: 'Company',
    UNIVERSITY: 'University',
    RESEARCH: 'Research institute',
    MEDICAL: 'Medical institution',
    SOCIETY: 'Social organisation',
    GOVERNMENT: 'Government body',
    FINANCE: 'Financial institution',
    SERVICE: 'Service agency',
  },
  people: 'People of this unit',
  noPeople: 'No people of this unit are on file yet.',
  projects: 'Projects it leads',
  noProjects: 'This unit leads no project yet.',
  facts: 'About this unit',
};
