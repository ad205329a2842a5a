import type { today as chinese } from '../zh-CN/today.ts';

export const today: typeof chinese = {
  title: 'Today',
  tasks: 'What needs you',
  urgencies: { OVERDUE: 'Overdue', WAITING: 'Waiting', WEEK: 'Within seven days', LATER: 'Later' },
  kinds: { TERM: 'Secrecy term', AGREEMENT: 'Agreement', IMPORT: 'Import', BACKUP: 'Backup' },
  actions: { TERM: 'Decide…', AGREEMENT: 'See agreements', IMPORT: 'See results', BACKUP: 'Back up now' },
  texts: {
    TERM: 'The secrecy term ends: release, lower or extend it',
    AGREEMENT: 'The agreement is about to end',
    IMPORT: (count: number) => `${count} ${count === 1 ? 'file waits' : 'files wait'} for you`,
    IMPORT_PAUSED: 'The import is paused',
    BACKUP: 'The last backup is more than a month old',
    BACKUP_NEVER: 'There is no backup yet',
  },
  backupTitle: 'Back up the vault',
  due: {
    today: 'today',
    left: (days: number) => `${days} ${days === 1 ? 'day' : 'days'} left`,
    over: (days: number) => `${days} ${days === 1 ? 'day' : 'days'} over`,
  },
  nothing: 'Nothing needs you now.',
  nothingHelp:
    'Secrecy terms and agreements that end, imports and backups that wait are listed here, most pressing first.',
  more: (count: number) => `Show ${count} more`,
  state: 'State of the joint body',
  units: 'Units',
  projects: 'Projects',
  records: 'Records',
  running: 'running',
  ended: 'ended',
  drafts: 'drafts',
  total: 'total',
  recent: 'Filed last',
  noRecords: 'No records yet.',
};
