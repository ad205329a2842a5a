import type { Catalogue } from './catalogue.ts';
import { actions } from './en/actions.ts';
import { body } from './en/body.ts';
import { bundles } from './en/bundles.ts';
import { catalogues } from './en/catalogues.ts';
import { citations } from './en/citations.ts';
import { confidentiality } from './en/confidentiality.ts';
import { documents } from './en/documents.ts';
import { errors } from './en/errors.ts';
import { fields } from './en/fields.ts';
import { formats } from './en/formats.ts';
import { imports } from './en/imports.ts';
import { journal } from './en/journal.ts';
import { levels } from './en/levels.ts';
import { maturity } from './en/maturity.ts';
import { meetings } from './en/meetings.ts';
import { members } from './en/members.ts';
import { outcomes } from './en/outcomes.ts';
import { people } from './en/people.ts';
import { projects } from './en/projects.ts';
import { records } from './en/records.ts';
import { rules } from './en/rules.ts';
import { screening } from './en/screening.ts';
import { search } from './en/search.ts';
import { settings } from './en/settings.ts';
import { sheets } from './en/sheets.ts';
import { shell } from './en/shell.ts';
import { showcase } from './en/showcase.ts';
import { tables } from './en/tables.ts';
import { terminal } from './en/terminal.ts';
import { today } from './en/today.ts';
import { vault } from './en/vault.ts';

export const en: Catalogue = {
  actions,
  body,
  bundles,
  citations,
  confidentiality,
  documents,
  errors,
  fields,
  formats,
  catalogues,
  imports,
  journal,
  levels,
  maturity,
  meetings,
  members,
  outcomes,
  people,
  projects,
  records,
  rules,
  screening,
  search,
  settings,
  sheets,
  shell,
  terminal,
  today,
  tables,
  showcase,
  vault,
};
