import type { ItemKind } from '#shared/items.ts';

/**
 * Rows that belong to an item and to nothing else, such as the qualifications of a unit. Their table has `id` as its primary
 * key and `owner`, a reference to the item that deletes them with it; they are kept in revisions, journalled, moved between
 * tiers and taken back together with their item.
 */
export type ChildShape = {
  /** Under this name they stand in the stored state. */
  name: string;
  table: string;
  owner: string;
  /** Beside `id` and `owner`. */
  columns: readonly string[];
  order: string;
};

/** How an item of a kind is stored beyond the spine. The order of columns does not matter: stored states are canonical. */
export type ItemShape = {
  table: string;
  columns: readonly string[];
  children?: readonly ChildShape[];
  /** The text that is found beside the title, one parameter: the id. Null: only the title is found. */
  search: string | null;
};

export const SHAPES: Record<ItemKind, ItemShape> = {
  record: {
    table: 'record',
    columns: [
      'stage',
      'ref_code',
      'doc_date',
      'year',
      'responsible',
      'doc_no',
      'category',
      'subcategory',
      'retention',
      'dept',
      'original_form',
      'original_place',
      'place',
      'description',
      'keywords',
      'language',
    ],
    search: `select coalesce(ref_code, '') || char(10) || responsible || char(10) || doc_no || char(10) || place || char(10) ||
     original_place || char(10) || description || char(10) || keywords || char(10) || coalesce(doc_date, '') || char(10) ||
     coalesce((select group_concat(name, char(10)) from file where item_id = record.id and removed_at is null), '')
     from record where id = ?`,
  },
  person: {
    table: 'person',
    columns: ['position', 'phone', 'email', 'note'],
    search: `select position || char(10) || phone || char(10) || email || char(10) || note from person where id = ?`,
  },
  unit: {
    table: 'unit',
    columns: ['short_name', 'role', 'note'],
    search: `select short_name || char(10) || note from unit where id = ?`,
  },
  project: {
    table: 'project',
    columns: ['code', 'started_on', 'ended_on', 'note'],
    search: `select code || char(10) || note from project where id = ?`,
  },
  agreement: {
    table: 'agreement',
    columns: ['type', 'unit_name', 'signed_on', 'valid_from', 'valid_to', 'confidentiality', 'note'],
    search: `select unit_name || char(10) || note from agreement where id = ?`,
  },
  outcome: {
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
    ],
    search: `select technical_field || char(10) || cancer_type || char(10) || keywords || char(10) || registration_no || char(10) ||
     summary || char(10) ||
     coalesce((select group_concat(name || ' ' || number || ' ' || holders || ' ' || inventors, char(10)) from outcome_ip where outcome_id = outcome.id), '') || char(10) ||
     coalesce((select group_concat(text, char(10)) from outcome_event where outcome_id = outcome.id), '')
     from outcome where id = ?`,
  },
  maturityPanel: {
    table: 'maturity_panel',
    columns: ['convened_on', 'chair', 'advancement', 'market_prospect', 'benefit'],
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
  },
  maturitySheet: {
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
  },
  exhibition: {
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
  },
  panel: {
    table: 'panel',
    columns: [
      ...['kind', 'field', 'status', 'zh', 'en', 'maturity', 'trl', 'rights', 'ways', 'needs', 'code_text'],
      ...['show_from', 'show_to', 'edition', 'content_hash', 'review_state', 'prepared_by', 'approved_hash'],
      ...['valid_to', 'review_no'],
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
  },
  visit: {
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
  },
  contact: { table: 'contact', columns: ['card', 'fingerprint', 'verified_at'], search: null },
};
