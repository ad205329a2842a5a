import type { ItemShape } from '../items/shapeType.ts';

export const exhibitionShape: ItemShape = {
  table: 'exhibition',
  columns: ['title_en', 'theme', 'theme_en', 'area', 'starts_on', 'ends_on', 'audience', 'idle_seconds'],
  children: [
    {
      name: 'columns',
      table: 'exhibition_column',
      owner: 'exhibition_id',
      columns: ['position', 'kind', 'title', 'title_en'],
      order: 'position',
    },
    {
      name: 'panels',
      table: 'exhibition_panel',
      owner: 'exhibition_id',
      columns: ['column_id', 'panel_id', 'position'],
      order: 'column_id, position',
    },
    {
      name: 'packs',
      table: 'exhibition_pack',
      owner: 'exhibition_id',
      columns: [
        ...['serial', 'made_at', 'made_by', 'expires_on', 'panels', 'media', 'files', 'bytes'],
        'manifest_sha256',
      ],
      order: 'made_at',
    },
  ],
  search: `select title_en || char(10) || theme || char(10) || theme_en || char(10) || area || char(10) ||
     coalesce((select group_concat(title || char(10) || title_en, char(10)) from exhibition_column
       where exhibition_id = exhibition.id), '') || char(10) ||
     coalesce((select group_concat(serial, char(10)) from exhibition_pack where exhibition_id = exhibition.id), '')
     from exhibition where id = ?`,
};

export const panelShape: ItemShape = {
  table: 'panel',
  columns: [
    ...['kind', 'field', 'status', 'zh', 'en', 'maturity', 'trl', 'rights', 'ways', 'needs', 'code_text'],
    ...['show_from', 'show_to', 'edition', 'content_hash', 'review_state', 'prepared_by', 'approved_hash'],
    ...['valid_to', 'review_no', 'stage'],
  ],
  children: [
    {
      name: 'pictures',
      table: 'panel_picture',
      owner: 'panel_id',
      columns: ['position', 'record_id', 'file_id', 'sha256', 'caption', 'caption_en'],
      order: 'position',
    },
    {
      name: 'decisions',
      table: 'panel_decision',
      owner: 'panel_id',
      columns: [
        ...['position', 'point', 'finding', 'reviewer', 'decided_on', 'evidence', 'record_id', 'file_id'],
        ...['sha256', 'content_hash'],
      ],
      order: 'position',
    },
    {
      name: 'consents',
      table: 'panel_consent',
      owner: 'panel_id',
      columns: ['position', 'decision_id', 'holder', 'record_id', 'file_id', 'sha256'],
      order: 'position',
    },
    {
      name: 'steps',
      table: 'panel_step',
      owner: 'panel_id',
      columns: ['position', 'at', 'step', 'from_state', 'to_state', 'actor', 'remark', 'edition'],
      order: 'position',
    },
  ],
  search: `select coalesce((select group_concat(atom, char(10)) from json_tree(zh) where atom is not null), '') || char(10) ||
     coalesce((select group_concat(atom, char(10)) from json_tree(en) where atom is not null), '') || char(10) ||
     coalesce((select group_concat(value, char(10)) from json_each(rights)), '') || char(10) || review_no
     from panel where id = ?`,
};

export const visitShape: ItemShape = {
  table: 'visit',
  columns: [
    ...['visited_on', 'people', 'purpose', 'host', 'notice_signed', 'notice_record', 'notice_file'],
    ...['notice_sha256', 'note'],
  ],
  children: [
    {
      name: 'shown',
      table: 'visit_shown',
      owner: 'visit_id',
      columns: ['position', 'panel_id', 'title', 'edition', 'review_no'],
      order: 'position',
    },
  ],
  search: `select visited_on || char(10) || purpose || char(10) || host || char(10) || note from visit where id = ?`,
};
