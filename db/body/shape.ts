import type { ItemShape } from '../items/shapeType.ts';

export const groupShape: ItemShape = {
  table: 'body_group',
  columns: ['type', 'functions', 'duties', 'note'],
  search: `select duties || char(10) || note from body_group where id = ?`,
};

export const appointmentShape: ItemShape = {
  table: 'appointment',
  columns: ['role', 'duty', 'starts_on', 'ends_on', 'letter_no', 'basis', 'note'],
  search: `select duty || char(10) || letter_no || char(10) || basis || char(10) || note from appointment where id = ?`,
};

export const rulesetShape: ItemShape = {
  table: 'ruleset',
  columns: ['type', 'note'],
  children: [
    {
      name: 'versions',
      table: 'rule_version',
      owner: 'ruleset_id',
      columns: [
        'position',
        'number',
        'adopted_on',
        'effective_on',
        'adopted_by',
        'text',
        'record_id',
        'file_id',
        'sha256',
      ],
      order: 'position, id',
    },
    {
      name: 'readings',
      table: 'rule_reading',
      owner: 'ruleset_id',
      columns: ['position', 'version_id', 'reader_name', 'person_id', 'user_id', 'read_on', 'recorded_by'],
      order: 'position, id',
    },
  ],
  search: `select note || char(10) ||
     coalesce((select group_concat(number || ' ' || adopted_by || ' ' || text, char(10)) from rule_version where ruleset_id = ruleset.id), '')
     from ruleset where id = ?`,
};
