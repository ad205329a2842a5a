import type { sheets as zh } from '../zh-CN/sheets.ts';
import { numbered } from './numbered.ts';

export const sheets: typeof zh = {
  exportList: 'Export to Excel',
  title: (list) => `Export: ${list}`,
  verb: 'Export',
  counting: 'Counting…',
  rows: (count) => `${numbered(count, 'row')}, as filtered on the page.`,
  levelRow: (level, count) => `${level}: ${numbered(count, 'row')}`,
  marked: (mark) =>
    `The sheet as a whole bears the mark “${mark}”, in its first line and at the head of every page.`,
  leaves:
    'The sheet is written in the clear to the place you choose; outside the vault its level no longer protects it. The journal keeps that it was made.',
  nothing: 'There is nothing to export.',
  done: (name) => `Exported “${name}”.`,
  heading: (body, list, day, rows) => `${body} ${list} (exported ${day}, ${numbered(rows, 'row')})`,
  mark: 'Mark',
  unfinished: 'Open',
  actions: 'Open resolutions',
  exportActions: 'Export open resolutions',
  exportPanels: 'Export maturity panels',
  contacts: {
    unit: 'Unit',
    fingerprint: 'Fingerprint',
    verified: 'Verified',
    sent: 'Sent',
    received: 'Received',
  },
};
