import type { tables as zh } from '../zh-CN/tables.ts';
import { numbered } from './numbered.ts';

/** Units and people from a table. */
export const tables: typeof zh = {
  import: 'Import a table',
  titles: { UNITS: 'Units from a table', PEOPLE: 'People from a table' },
  lead: 'Fill in the template, or take a table you have (.xlsx or .csv) with columns of like names. You see first what would come in; nothing is written before you confirm.',
  template: 'Template',
  templateName: (list) => `${list} import template`,
  explained: 'How to fill in',
  explanation: [
    'Columns with * are required. Columns may be moved, and those not needed deleted.',
    'Where a cell has a list, choose from it.',
    'The unit of a person must be on file under the same name: import units first.',
    'Units of the same name, and people of the same name and unit, are not imported twice.',
    'Do not enter identity card numbers; nothing here needs them.',
  ],
  choose: 'Choose a table…',
  chooseAnother: 'Choose another…',
  reading: 'Checking…',
  encoding: 'Encoding',
  unknownColumns: (titles) => `No field takes these columns; they are left out: ${titles}`,
  statuses: { NEW: 'New', EXISTS: 'On file', TWICE: 'Twice in the table', BAD: 'With problems' },
  count: (status, count) => `${status} ${count}`,
  all: 'All',
  columns: { row: 'Row', title: 'Name', detail: 'Unit or role', status: 'Result', problems: 'Problems' },
  verb: (count) => `Import ${numbered(count, 'row')}`,
  nothing: 'There is nothing to import.',
  done: (count) => `${count} imported.`,
  undone: (removed, kept) =>
    kept === 0
      ? `The import is undone, ${removed} removed.`
      : `${removed} removed; ${numbered(kept, 'was changed or is in use and stays', 'were changed or are in use and stay')}.`,
};
