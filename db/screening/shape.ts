import { type ChildShape, EVIDENCE, type ItemShape } from '../items/shapeType.ts';

const SCREENING_ROWS: readonly ChildShape[] = [
  {
    name: 'checks',
    table: 'screening_check',
    owner: 'screening_id',
    columns: ['item', 'verdict', 'note', ...EVIDENCE],
    order: 'item',
  },
  {
    name: 'steps',
    table: 'screening_step',
    owner: 'screening_id',
    columns: [
      'position',
      'stage',
      'outcome',
      'decided_on',
      'entered_at',
      'actor',
      'charter',
      'charter_version_id',
      'opinion',
      'vote',
      ...EVIDENCE,
    ],
    order: 'position',
  },
  {
    name: 'objections',
    table: 'screening_objection',
    owner: 'screening_id',
    columns: ['received_on', 'objector', 'content', 'verdict', 'answer', 'answered_on', ...EVIDENCE],
    order: 'id',
  },
];

export const screeningShape: ItemShape = {
  table: 'screening',
  columns: [
    'preset',
    'charter',
    'charter_ruleset_id',
    'charter_version_id',
    'category',
    'intended',
    'stage',
    'entered',
    'panel_count',
    'panel_mean',
    'credit_waiver',
    'publicity_from',
    'publicity_days',
    'publicity_place',
    'days_off',
    'signed_on',
    'fee',
    'fee_paid_on',
    'note',
  ],
  children: SCREENING_ROWS,
  search: `select intended || char(10) || charter || char(10) || note || char(10) ||
     coalesce((select group_concat(opinion, char(10)) from screening_step where screening_id = screening.id), '')
     from screening where id = ?`,
};

export const screeningSheetShape: ItemShape = {
  table: 'screening_sheet',
  columns: ['recused', 'recusal_reason', 'scores', 'opinion', 'signed_on'],
  search: `select opinion || char(10) || recusal_reason from screening_sheet where id = ?`,
};
