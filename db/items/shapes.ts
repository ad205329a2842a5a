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
    columns: [
      'department',
      'position',
      'title_level',
      'professional_title',
      'education',
      'degree',
      'major',
      'research',
      'orcid',
      'staff_tier',
      'phone',
      'email',
      'note',
    ],
    search: `select department || char(10) || position || char(10) || professional_title || char(10) || major || char(10) ||
     research || char(10) || orcid || char(10) || phone || char(10) || email || char(10) || note from person where id = ?`,
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
  dossier: {
    table: 'dossier',
    columns: ['note'],
    children: [
      {
        name: 'education',
        table: 'dossier_education',
        owner: 'dossier_id',
        columns: [
          'position',
          'from_month',
          'to_month',
          'school',
          'major',
          'education',
          'degree',
          'certificate',
        ],
        order: 'position, id',
      },
      {
        name: 'work',
        table: 'dossier_work',
        owner: 'dossier_id',
        columns: ['position', 'from_month', 'to_month', 'unit', 'department', 'post', 'duties'],
        order: 'position, id',
      },
      {
        name: 'assessments',
        table: 'dossier_assessment',
        owner: 'dossier_id',
        columns: ['position', 'kind', 'period', 'criteria', 'score', 'grade', 'assessor', 'opinion'],
        order: 'position, id',
      },
    ],
    search: `select note || char(10) ||
     coalesce((select group_concat(school || ' ' || major || ' ' || certificate, char(10)) from dossier_education where dossier_id = dossier.id), '') || char(10) ||
     coalesce((select group_concat(unit || ' ' || department || ' ' || post || ' ' || duties, char(10)) from dossier_work where dossier_id = dossier.id), '') || char(10) ||
     coalesce((select group_concat(period || ' ' || criteria || ' ' || opinion, char(10)) from dossier_assessment where dossier_id = dossier.id), '')
     from dossier where id = ?`,
  },
  group: {
    table: 'body_group',
    columns: ['type', 'functions', 'duties', 'note'],
    search: `select duties || char(10) || note from body_group where id = ?`,
  },
  appointment: {
    table: 'appointment',
    columns: ['role', 'duty', 'starts_on', 'ends_on', 'letter_no', 'basis', 'note'],
    search: `select duty || char(10) || letter_no || char(10) || basis || char(10) || note from appointment where id = ?`,
  },
  ruleset: {
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
  contact: { table: 'contact', columns: ['card', 'fingerprint', 'verified_at'], search: null },
};
