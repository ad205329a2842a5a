import type { ItemShape } from '../items/shapeType.ts';

export const outcomeShape: ItemShape = {
  table: 'outcome',
  columns: [
    'high_tech_field',
    'technical_field',
    'cancer_type',
    'form',
    'attribute',
    'class',
    'stage',
    'keywords',
    'registration_no',
    'begun_on',
    'completed_on',
    'trl',
    'summary',
    'status_override',
    'override_reason',
    'achievement_level',
    'innovations',
    'innovation_degree',
    'adoption',
  ],
  children: [
    {
      name: 'contributors',
      table: 'outcome_contributor',
      owner: 'outcome_id',
      columns: ['position', 'kind', 'party_id', 'share', 'duty'],
      order: 'position',
    },
    {
      name: 'ipItems',
      table: 'outcome_ip',
      owner: 'outcome_id',
      columns: [
        'position',
        'kind',
        'name',
        'number',
        'state',
        'filed_on',
        'published_on',
        'granted_on',
        'fee_due_on',
        'holders',
        'inventors',
        'background',
        'note',
      ],
      order: 'position',
    },
    {
      name: 'events',
      table: 'outcome_event',
      owner: 'outcome_id',
      columns: ['position', 'path', 'kind', 'occurred_on', 'text'],
      order: 'position',
    },
    {
      name: 'redactions',
      table: 'outcome_redaction',
      owner: 'outcome_id',
      columns: [
        ...['position', 'panel_id', 'edition', 'content_hash', 'source', 'shown', 'means', 'prepared_by'],
        ...['made_on', 'note', 'released_on', 'release_reason'],
      ],
      order: 'position',
    },
  ],
  search: `select technical_field || char(10) || cancer_type || char(10) || keywords || char(10) || registration_no || char(10) ||
     summary || char(10) || coalesce(innovations, '') || char(10) ||
     coalesce((select group_concat(name || ' ' || number || ' ' || holders || ' ' || inventors, char(10)) from outcome_ip where outcome_id = outcome.id), '') || char(10) ||
     coalesce((select group_concat(text, char(10)) from outcome_event where outcome_id = outcome.id), '')
     from outcome where id = ?`,
};

export const maturityPanelShape: ItemShape = {
  table: 'maturity_panel',
  columns: ['convened_on', 'chair', 'advancement', 'market_prospect', 'benefit', 'voided_on'],
  children: [
    {
      name: 'experts',
      table: 'maturity_panel_expert',
      owner: 'panel_id',
      columns: ['position', 'person_id', 'state', 'decided_on', 'ground', 'note'],
      order: 'position',
    },
    {
      name: 'results',
      table: 'maturity_panel_result',
      owner: 'panel_id',
      columns: [
        'position',
        'computed_on',
        'cause',
        'sheets',
        'counted',
        'trimmed',
        'total',
        'means',
        'verdict',
        'basis',
      ],
      order: 'position',
    },
  ],
  search: `select chair || char(10) || advancement || char(10) || market_prospect || char(10) || benefit from maturity_panel where id = ?`,
};

export const maturitySheetShape: ItemShape = {
  table: 'maturity_sheet',
  columns: ['opinion', 'source', 'locked_on', 'hash'],
  children: [
    {
      name: 'scores',
      table: 'maturity_sheet_score',
      owner: 'sheet_id',
      columns: ['indicator', 'halves', 'record_id', 'file_id', 'sha256'],
      order: 'indicator',
    },
  ],
  search: `select opinion from maturity_sheet where id = ?`,
};
