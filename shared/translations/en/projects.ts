import type { projects as zh } from '../zh-CN/projects.ts';

/** Projects as thin as records need them. */
export const projects: typeof zh = {
  title: 'Projects',
  create: 'New project',
  createVerb: 'Create',
  created: (name) => `The project “${name}” is on file.`,
  emptyTitle: 'No projects yet',
  empty:
    'Here belong the research and transfer projects of the joint body. Records are gathered and numbered by them.',
  noneFound: 'No project found',
  noneFoundHelp: 'Try another word, or clear the search.',
  filter: 'Find by name, number or lead unit',
  fields: {
    name: 'Name',
    code: 'Project number',
    codeHelp: 'Capital letters and digits, 12 at most; part of the reference code of research records.',
    lead: 'Lead unit',
    startedOn: 'Start',
    endedOn: 'End',
    span: 'From – to',
    note: 'Note',
    records: 'Records',
  },
  noLead: 'Not settled',
  records: 'Records of the project',
  noRecords: 'No record belongs to this project yet.',
  facts: 'About this project',
};
