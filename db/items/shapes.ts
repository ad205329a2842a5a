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

const EVIDENCE = ['record_id', 'file_id', 'sha256'] as const;

const UNIT_ROWS: readonly ChildShape[] = [
  {
    name: 'qualifications',
    table: 'qualification',
    owner: 'unit_id',
    columns: [
      'kind',
      'number',
      'issuer',
      'scope',
      'issued_on',
      'expires_on',
      'revoked',
      ...EVIDENCE,
      'verified_by',
      'verified_on',
      'note',
    ],
    order: 'id',
  },
  {
    name: 'creditChecks',
    table: 'credit_check',
    owner: 'unit_id',
    columns: ['source', 'queried_on', 'queried_by', 'keyword', 'result', 'note', ...EVIDENCE],
    order: 'id',
  },
  {
    name: 'contributions',
    table: 'contribution',
    owner: 'unit_id',
    columns: ['kind', 'what', 'promised', 'due_on', 'delivered', 'delivered_on', ...EVIDENCE, 'note'],
    order: 'id',
  },
  {
    name: 'reviews',
    table: 'annual_review',
    owner: 'unit_id',
    columns: ['year', 'reviewed_on', 'reviewer', 'opinion', 'scores'],
    order: 'id',
  },
  {
    name: 'measures',
    table: 'measure',
    owner: 'unit_id',
    columns: ['kind', 'opened_on', 'reason', 'due_on', 'closed_on', 'outcome'],
    order: 'id',
  },
  {
    name: 'measureSteps',
    table: 'measure_step',
    owner: 'unit_id',
    columns: ['measure_id', 'step', 'done_on', 'text', 'defence', 'vote', ...EVIDENCE],
    order: 'id',
  },
];

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
    columns: [
      'short_name',
      'role',
      'note',
      'uscc',
      'uscc_exemption',
      'org_type',
      'tags',
      'legal_representative',
      'legal_title',
      'registered_capital',
      'established_on',
      'business_scope',
      'registered_address',
      'mailing_address',
      'postcode',
      'website',
      'foreign_controlled',
      'state_established',
      'staff_count',
      'rd_staff_count',
      'rd_expense',
      'revenue',
      'ip_counts',
      'contact_name',
      'contact_phone',
      'contact_email',
      'member_category',
      'vote_weight',
      'benefit_weight',
      'member_since',
      'member_until',
      'exit_done',
    ],
    children: UNIT_ROWS,
    search: `select short_name || char(10) || uscc || char(10) || tags || char(10) || legal_representative || char(10) ||
     business_scope || char(10) || registered_address || char(10) || contact_name || char(10) || note || char(10) ||
     coalesce((select group_concat(number || ' ' || issuer || ' ' || scope, char(10)) from qualification where unit_id = unit.id), '')
     from unit where id = ?`,
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
  screening: {
    table: 'screening',
    columns: [
      'preset',
      'charter',
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
  },
  panelSheet: {
    table: 'panel_sheet',
    columns: ['recused', 'recusal_reason', 'scores', 'opinion', 'signed_on'],
    search: `select opinion || char(10) || recusal_reason from panel_sheet where id = ?`,
  },
  contact: { table: 'contact', columns: ['card', 'fingerprint', 'verified_at'], search: null },
};
