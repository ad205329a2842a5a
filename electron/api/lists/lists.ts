import type { ListChoice } from '#shared/sheets/contract.ts';
import type { Catalogue } from '#shared/translations/catalogue.ts';
import type { UnlockedContext } from '../context.ts';
import { agreementList, contactList, receivedList, sentList } from './exchangeLists.ts';
import { journalList } from './journalList.ts';
import type { List, ListMaker } from './list.ts';
import { actionList, meetingList } from './meetingLists.ts';
import { expiringList, peopleList, projectList, unitList } from './nounLists.ts';
import { maturityList, outcomeList } from './outcomeLists.ts';
import { recordList } from './recordList.ts';
import { screeningList } from './screeningList.ts';
import { exhibitionList, panelList, visitList } from './showcaseLists.ts';

type Makers = { [Name in ListChoice['list']]: ListMaker<Extract<ListChoice, { list: Name }>> };

/** Every list that can leave as a workbook. */
const MAKERS: Makers = {
  RECORDS: recordList,
  PEOPLE: peopleList,
  UNITS: unitList,
  PROJECTS: projectList,
  SCREENING: screeningList,
  MEETINGS: meetingList,
  ACTIONS: actionList,
  OUTCOMES: outcomeList,
  MATURITY: maturityList,
  EXHIBITIONS: exhibitionList,
  PANELS: panelList,
  VISITS: visitList,
  EXPIRING: expiringList,
  AGREEMENTS: agreementList,
  CONTACTS: contactList,
  SENT: sentList,
  RECEIVED: receivedList,
  JOURNAL: journalList,
};

export function makeList(context: UnlockedContext, choice: ListChoice, t: Catalogue): Promise<List> {
  return (MAKERS[choice.list] as ListMaker<ListChoice>)(context, choice, t);
}
