import { agreements } from './agreements.ts';
import { appointments } from './appointments.ts';
import { body } from './body.ts';
import { bundles } from './bundles.ts';
import { changes } from './changes.ts';
import { citations } from './citations.ts';
import { confidentiality } from './confidentiality.ts';
import { contacts } from './contacts.ts';
import { dossiers } from './dossiers.ts';
import { groups } from './groups.ts';
import { imports } from './imports.ts';
import { jobs } from './jobs.ts';
import { journal } from './journal.ts';
import { members } from './members.ts';
import { people } from './people.ts';
import { places } from './places.ts';
import { base } from './procedure.ts';
import { projects } from './projects.ts';
import { records } from './records.ts';
import { rulesets } from './rulesets.ts';
import { screening } from './screening.ts';
import { search } from './search.ts';
import { sheets } from './sheets.ts';
import { tables } from './tables.ts';
import { vault } from './vault.ts';

/** The service: every procedure of the contract, one line a noun. All three doors serve this object. */
export const router = base.router({
  vault,
  places,
  changes,
  jobs,
  records,
  citations,
  imports,
  people,
  dossiers,
  body,
  groups,
  appointments,
  rulesets,
  members,
  screening,
  projects,
  confidentiality,
  journal,
  search,
  agreements,
  contacts,
  bundles,
  sheets,
  tables,
});
