import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { OutcomeStage } from '#shared/outcomes/outcome.ts';
import type { Audience, ColumnKind } from '#shared/showcase/exhibition.ts';
import type { Finding, GatePoint, PanelState } from '#shared/showcase/gate.ts';
import type {
  CooperationNeed,
  CooperationWay,
  PanelKind,
  PanelWords,
  TechField,
  TransferStatus,
} from '#shared/showcase/panel.ts';
import type { Step } from '#shared/showcase/review.ts';

/** The Chinese title is the item's. */
export const panel = sqliteTable('panel', {
  id: text().primaryKey(),
  kind: text().$type<PanelKind>().notNull(),
  field: text().$type<TechField>(),
  status: text().$type<TransferStatus>(),
  zh: text({ mode: 'json' }).$type<PanelWords>().notNull(),
  en: text({ mode: 'json' }).$type<PanelWords>().notNull(),
  maturity: real(),
  trl: integer(),
  stage: text().$type<OutcomeStage>(),
  rights: text({ mode: 'json' }).$type<string[]>().notNull(),
  ways: text({ mode: 'json' }).$type<CooperationWay[]>().notNull(),
  needs: text({ mode: 'json' }).$type<CooperationNeed[]>().notNull(),
  codeText: text('code_text').notNull().default(''),
  showFrom: text('show_from'),
  showTo: text('show_to'),
  edition: integer().notNull().default(1),
  contentHash: text('content_hash').notNull(),
  reviewState: text('review_state').$type<PanelState>().notNull().default('DRAFT'),
  preparedBy: text('prepared_by').notNull().default(''),
  approvedHash: text('approved_hash'),
  validTo: text('valid_to'),
  reviewNo: text('review_no').notNull().default(''),
});
export type PanelDb = typeof panel.$inferSelect;

export const panelPicture = sqliteTable('panel_picture', {
  id: text().primaryKey(),
  panelId: text('panel_id').notNull(),
  position: integer().notNull(),
  recordId: text('record_id').notNull(),
  fileId: text('file_id').notNull(),
  sha256: text().notNull(),
  caption: text().notNull().default(''),
  captionEn: text('caption_en').notNull().default(''),
});

export const panelDecision = sqliteTable('panel_decision', {
  id: text().primaryKey(),
  panelId: text('panel_id').notNull(),
  position: integer().notNull(),
  point: text().$type<GatePoint>().notNull(),
  finding: text().$type<Finding>().notNull(),
  reviewer: text().notNull(),
  decidedOn: text('decided_on').notNull(),
  evidence: text().notNull(),
  recordId: text('record_id'),
  fileId: text('file_id'),
  sha256: text(),
  contentHash: text('content_hash').notNull(),
});

export const panelConsent = sqliteTable('panel_consent', {
  id: text().primaryKey(),
  panelId: text('panel_id').notNull(),
  position: integer().notNull(),
  decisionId: text('decision_id').notNull(),
  holder: text().notNull(),
  recordId: text('record_id').notNull(),
  fileId: text('file_id').notNull(),
  sha256: text().notNull(),
});

export const panelStep = sqliteTable('panel_step', {
  id: text().primaryKey(),
  panelId: text('panel_id').notNull(),
  position: integer().notNull(),
  at: integer().notNull(),
  step: text().$type<Step | 'EDIT'>().notNull(),
  fromState: text('from_state').$type<PanelState>().notNull(),
  toState: text('to_state').$type<PanelState>().notNull(),
  actor: text().notNull(),
  remark: text().notNull().default(''),
  edition: integer().notNull(),
});

export const exhibition = sqliteTable('exhibition', {
  id: text().primaryKey(),
  titleEn: text('title_en').notNull().default(''),
  theme: text().notNull().default(''),
  themeEn: text('theme_en').notNull().default(''),
  area: text().notNull().default(''),
  startsOn: text('starts_on'),
  endsOn: text('ends_on'),
  audience: text().$type<Audience>().notNull(),
  idleSeconds: integer('idle_seconds').notNull().default(60),
});

export const exhibitionColumn = sqliteTable('exhibition_column', {
  id: text().primaryKey(),
  exhibitionId: text('exhibition_id').notNull(),
  position: integer().notNull(),
  kind: text().$type<ColumnKind>().notNull(),
  title: text().notNull(),
  titleEn: text('title_en').notNull().default(''),
});

export const exhibitionPanel = sqliteTable('exhibition_panel', {
  id: text().primaryKey(),
  exhibitionId: text('exhibition_id').notNull(),
  columnId: text('column_id').notNull(),
  panelId: text('panel_id').notNull(),
  position: integer().notNull(),
});

export const exhibitionPack = sqliteTable('exhibition_pack', {
  id: text().primaryKey(),
  exhibitionId: text('exhibition_id').notNull(),
  serial: text().notNull(),
  madeAt: integer('made_at').notNull(),
  madeBy: text('made_by').notNull(),
  expiresOn: text('expires_on').notNull(),
  panels: integer().notNull(),
  media: integer().notNull(),
  files: integer().notNull(),
  bytes: integer().notNull(),
  manifestSha256: text('manifest_sha256').notNull(),
});

export const visit = sqliteTable('visit', {
  id: text().primaryKey(),
  visitedOn: text('visited_on').notNull(),
  people: integer().notNull(),
  purpose: text().notNull().default(''),
  host: text().notNull().default(''),
  noticeSigned: integer('notice_signed', { mode: 'boolean' }).notNull().default(false),
  noticeRecord: text('notice_record'),
  noticeFile: text('notice_file'),
  noticeSha256: text('notice_sha256'),
  note: text().notNull().default(''),
});

export const visitShown = sqliteTable('visit_shown', {
  id: text().primaryKey(),
  visitId: text('visit_id').notNull(),
  position: integer().notNull(),
  panelId: text('panel_id').notNull(),
  title: text().notNull(),
  edition: integer().notNull(),
  reviewNo: text('review_no').notNull().default(''),
});
