import { agreementsContract } from './agreements/contract.ts';
import { appointmentsContract, bodyContract, groupsContract, rulesetsContract } from './body/contract.ts';
import { contactsContract } from './bundles/contactsContract.ts';
import { bundlesContract } from './bundles/contract.ts';
import { changesContract } from './changesContract.ts';
import { confidentialityContract } from './confidentiality/contract.ts';
import { jobsContract } from './jobs/contract.ts';
import { journalContract } from './journal/contract.ts';
import { meetingsContract } from './meetings/contract.ts';
import { membersContract } from './members/contract.ts';
import { outcomesContract } from './outcomes/contract.ts';
import { maturityContract, maturitySheetsContract } from './outcomes/maturityContract.ts';
import { peopleContract } from './people/contract.ts';
import { dossiersContract } from './people/dossierContract.ts';
import { placesContract } from './placesContract.ts';
import { projectsContract } from './projects/contract.ts';
import { cataloguesContract } from './records/catalogueContract.ts';
import { citationsContract } from './records/citationsContract.ts';
import { recordsContract } from './records/contract.ts';
import { importsContract } from './records/importsContract.ts';
import { screeningContract } from './screening/contract.ts';
import { searchContract } from './search/contract.ts';
import { sheetsContract } from './sheets/contract.ts';
import { tablesContract } from './sheets/tablesContract.ts';
import {
  exhibitionsContract,
  panelSourcesContract,
  panelsContract,
  visitsContract,
} from './showcase/contract.ts';
import { todayContract } from './today/contract.ts';
import { vaultContract } from './vault/contract.ts';

/** Everything the service can do, once: doors carry it, screens and terminal call it. */
export const contract = {
  vault: vaultContract,
  places: placesContract,
  changes: changesContract,
  jobs: jobsContract,
  today: todayContract,
  records: recordsContract,
  citations: citationsContract,
  catalogues: cataloguesContract,
  imports: importsContract,
  people: peopleContract,
  dossiers: dossiersContract,
  body: bodyContract,
  groups: groupsContract,
  appointments: appointmentsContract,
  rulesets: rulesetsContract,
  members: membersContract,
  screening: screeningContract,
  projects: projectsContract,
  outcomes: outcomesContract,
  maturity: maturityContract,
  maturitySheets: maturitySheetsContract,
  meetings: meetingsContract,
  confidentiality: confidentialityContract,
  journal: journalContract,
  search: searchContract,
  agreements: agreementsContract,
  contacts: contactsContract,
  bundles: bundlesContract,
  sheets: sheetsContract,
  tables: tablesContract,
  exhibitions: exhibitionsContract,
  panels: panelsContract,
  panelSources: panelSourcesContract,
  visits: visitsContract,
};
export type Contract = typeof contract;
