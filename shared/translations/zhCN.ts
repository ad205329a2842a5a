import { actions } from './zh-CN/actions.ts';
import { body } from './zh-CN/body.ts';
import { bundles } from './zh-CN/bundles.ts';
import { catalogues } from './zh-CN/catalogues.ts';
import { citations } from './zh-CN/citations.ts';
import { confidentiality } from './zh-CN/confidentiality.ts';
import { documents } from './zh-CN/documents.ts';
import { errors } from './zh-CN/errors.ts';
import { fields } from './zh-CN/fields.ts';
import { formats } from './zh-CN/formats.ts';
import { imports } from './zh-CN/imports.ts';
import { journal } from './zh-CN/journal.ts';
import { levels } from './zh-CN/levels.ts';
import { maturity } from './zh-CN/maturity.ts';
import { meetings } from './zh-CN/meetings.ts';
import { members } from './zh-CN/members.ts';
import { outcomes } from './zh-CN/outcomes.ts';
import { people } from './zh-CN/people.ts';
import { projects } from './zh-CN/projects.ts';
import { records } from './zh-CN/records.ts';
import { rules } from './zh-CN/rules.ts';
import { screening } from './zh-CN/screening.ts';
import { search } from './zh-CN/search.ts';
import { settings } from './zh-CN/settings.ts';
import { sheets } from './zh-CN/sheets.ts';
import { shell } from './zh-CN/shell.ts';
import { showcase } from './zh-CN/showcase.ts';
import { tables } from './zh-CN/tables.ts';
import { terminal } from './zh-CN/terminal.ts';
import { today } from './zh-CN/today.ts';
import { vault } from './zh-CN/vault.ts';

export const zhCN = {
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
