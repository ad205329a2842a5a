import { agreements } from './agreements.ts';
import { appointments } from './appointments.ts';
import { body } from './body.ts';
import { bundles } from './bundles.ts';
import { catalogues } from './catalogues.ts';
import { changes } from './changes.ts';
import { citations } from './citations.ts';
import { confidentiality } from './confidentiality.ts';
import { contacts } from './contacts.ts';
import { dossiers } from './dossiers.ts';
import { exhibitions } from './exhibitions.ts';
import { groups } from './groups.ts';
import { imports } from './imports.ts';
import { jobs } from './jobs.ts';
import { journal } from './journal.ts';
import { maturity } from './maturity.ts';
import { maturitySheets } from './maturitySheets.ts';
import { meetings } from './meetings.ts';
import { members } from './members.ts';
import { outcomes } from './outcomes.ts';
import { panelSources } from './panelSources.ts';
import { panels } from './panels.ts';
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
import { today } from './today.ts';
import { vault } from './vault.ts';
import { visits } from './visits.ts';

/** The service: every procedure of the contract, one line a noun. All three doors serve this object. */
export const router = base.router({
  vault,
  places,
  changes,
  jobs,
  today,
  records,
  citations,
  catalogues,
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
  outcomes,
  maturity,
  maturitySheets,
  meetings,
  confidentiality,
  journal,
  search,
  agreements,
  contacts,
  bundles,
  sheets,
  tables,
  exhibitions,
  panels,
  panelSources,
  visits,
});
