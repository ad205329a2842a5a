import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Id } from '#shared/ids.ts';
import type { IpKind, IpState } from '#shared/outcomes/intellectualProperty.ts';
import type { Indicator } from '#shared/outcomes/maturityTable.ts';
import type {
  AchievementLevel,
  Adoption,
  HighTechField,
  InnovationDegree,
  OutcomeAttribute,
  OutcomeClass,
  OutcomeForm,
  OutcomeStage,
  OutcomeStatus,
} from '#shared/outcomes/outcome.ts';
import type { ExpertState, RecusalGround, ResultCause } from '#shared/outcomes/panel.ts';
import type { SheetSource } from '#shared/outcomes/scoreSheet.ts';
import type { EventKind, TransformationPath } from '#shared/outcomes/transformation.ts';
import type { Passages, RedactionMeans } from '#shared/showcase/redaction.ts';

/** The name is the item's title; the project and the agreements are links. */
export const outcome = sqliteTable('outcome', {
  id: text().primaryKey(),
  highTechField: text('high_tech_field').$type<HighTechField>().notNull(),
  technicalField: text('technical_field').notNull(),
  cancerType: text('cancer_type').notNull().default(''),
  form: text().$type<OutcomeForm>().notNull(),
  attribute: text().$type<OutcomeAttribute>().notNull(),
  class: text().$type<OutcomeClass>().notNull(),
  stage: text().$type<OutcomeStage>().notNull(),
  keywords: text({ mode: 'json' }).$type<string[]>().notNull(),
  registrationNo: text('registration_no').notNull().default(''),
  begunOn: text('begun_on'),
  completedOn: text('completed_on'),
  trl: integer(),
  summary: text().notNull().default(''),
  statusOverride: text('status_override').$type<OutcomeStatus>(),
  overrideReason: text('override_reason').notNull().default(''),
  achievementLevel: text('achievement_level').$type<AchievementLevel>(),
  innovations: text({ mode: 'json' }).$type<string[]>(),
  innovationDegree: text('innovation_degree').$type<InnovationDegree>(),
  adoption: text().$type<Adoption>(),
});

export const outcomeContributor = sqliteTable('outcome_contributor', {
  id: text().primaryKey(),
  outcomeId: text('outcome_id').notNull(),
  position: integer().notNull(),
  kind: text().$type<'person' | 'unit'>().notNull(),
  partyId: text('party_id').$type<Id>().notNull(),
  share: integer().notNull(),
  duty: text().notNull().default(''),
});

export const outcomeIp = sqliteTable('outcome_ip', {
  id: text().primaryKey(),
  outcomeId: text('outcome_id').notNull(),
  position: integer().notNull(),
  kind: text().$type<IpKind>().notNull(),
  name: text().notNull(),
  number: text().notNull().default(''),
  state: text().$type<IpState>().notNull(),
  filedOn: text('filed_on'),
  publishedOn: text('published_on'),
  grantedOn: text('granted_on'),
  feeDueOn: text('fee_due_on'),
  holders: text().notNull().default(''),
  inventors: text().notNull().default(''),
  background: integer({ mode: 'boolean' }).notNull().default(false),
  note: text().notNull().default(''),
});

export const outcomeEvent = sqliteTable('outcome_event', {
  id: text().primaryKey(),
  outcomeId: text('outcome_id').notNull(),
  position: integer().notNull(),
  path: text().$type<TransformationPath>().notNull(),
  kind: text().$type<EventKind>().notNull(),
  occurredOn: text('occurred_on').notNull(),
  text: text().notNull(),
});

/** 脱密对照 with a panel. */
export const outcomeRedaction = sqliteTable('outcome_redaction', {
  id: text().primaryKey(),
  outcomeId: text('outcome_id').notNull(),
  position: integer().notNull(),
  panelId: text('panel_id').$type<Id>().notNull(),
  edition: integer().notNull(),
  contentHash: text('content_hash').notNull(),
  source: text({ mode: 'json' }).$type<Passages>().notNull(),
  shown: text({ mode: 'json' }).$type<Passages>().notNull(),
  means: text({ mode: 'json' }).$type<RedactionMeans[]>().notNull(),
  preparedBy: text('prepared_by').notNull(),
  madeOn: text('made_on').notNull(),
  note: text().notNull().default(''),
  /** The day from which the outcome is no source of the panel any more; null while it is one. */
  releasedOn: text('released_on'),
  releaseReason: text('release_reason'),
});

/** The outcome it judges is a link. */
export const maturityPanel = sqliteTable('maturity_panel', {
  id: text().primaryKey(),
  convenedOn: text('convened_on').notNull(),
  chair: text().notNull().default(''),
  advancement: text().notNull().default(''),
  marketProspect: text('market_prospect').notNull().default(''),
  benefit: text().notNull().default(''),
  /** The day on which a late recusal left too few sheets for a new result; null while the newest result stands. */
  voidedOn: text('voided_on'),
});

export const maturityPanelExpert = sqliteTable('maturity_panel_expert', {
  id: text().primaryKey(),
  panelId: text('panel_id').notNull(),
  position: integer().notNull(),
  personId: text('person_id').$type<Id>().notNull(),
  state: text().$type<ExpertState>().notNull(),
  decidedOn: text('decided_on'),
  ground: text().$type<RecusalGround>(),
  note: text().notNull().default(''),
});

export const maturityPanelResult = sqliteTable('maturity_panel_result', {
  id: text().primaryKey(),
  panelId: text('panel_id').notNull(),
  position: integer().notNull(),
  computedOn: text('computed_on').notNull(),
  cause: text().$type<ResultCause>().notNull(),
  sheets: integer().notNull(),
  counted: integer().notNull(),
  trimmed: integer({ mode: 'boolean' }).notNull(),
  total: integer().notNull(),
  means: text({ mode: 'json' }).$type<Record<Indicator, number>>().notNull(),
  verdict: text().$type<'MATURE' | 'NOT_MATURE'>().notNull(),
  basis: text().notNull(),
});

/** The panel and the expert are links. */
export const maturitySheet = sqliteTable('maturity_sheet', {
  id: text().primaryKey(),
  opinion: text().notNull().default(''),
  source: text().$type<SheetSource>().notNull(),
  lockedOn: text('locked_on'),
  hash: text().notNull().default(''),
});

export const maturitySheetScore = sqliteTable('maturity_sheet_score', {
  id: text().primaryKey(),
  sheetId: text('sheet_id').notNull(),
  indicator: text().$type<Indicator>().notNull(),
  halves: integer(),
  recordId: text('record_id'),
  fileId: text('file_id'),
  sha256: text(),
});
