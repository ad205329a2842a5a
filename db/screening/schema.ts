import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { MemberCategory } from '#shared/members/membership.ts';
import type { Check } from '#shared/screening/checklist.ts';
import type { PanelScore } from '#shared/screening/panel.ts';
import type { Objection } from '#shared/screening/publicity.ts';
import type { CaseStage, Outcome, Preset } from '#shared/screening/stages.ts';
import type { Vote } from '#shared/screening/vote.ts';

/** The title is the unit's name at the time; the unit is linked. */
export const screening = sqliteTable('screening', {
  id: text().primaryKey(),
  preset: text().$type<Preset>().notNull(),
  charter: text().notNull(),
  charterRulesetId: text('charter_ruleset_id'),
  charterVersionId: text('charter_version_id'),
  category: text().$type<MemberCategory>().notNull(),
  intended: text().notNull(),
  /** What the steps lead to; kept so that a board of thousands reads one column. */
  stage: text().$type<CaseStage>().notNull(),
  entered: text().$type<'DECIDED' | 'AFTERWARDS'>().notNull(),
  panelCount: integer('panel_count'),
  panelMean: real('panel_mean'),
  creditWaiver: text('credit_waiver').notNull().default(''),
  publicityFrom: text('publicity_from'),
  publicityDays: integer('publicity_days').notNull().default(5),
  publicityPlace: text('publicity_place').notNull().default(''),
  daysOff: text('days_off', { mode: 'json' }).$type<string[]>().notNull().default([]),
  signedOn: text('signed_on'),
  fee: real(),
  feePaidOn: text('fee_paid_on'),
  note: text().notNull().default(''),
});

const evidence = { recordId: text('record_id'), fileId: text('file_id'), sha256: text() };
const ofCase = { id: text().primaryKey(), screeningId: text('screening_id').notNull() };

export const screeningCheck = sqliteTable('screening_check', {
  ...ofCase,
  item: text().$type<Check['item']>().notNull(),
  verdict: text().$type<NonNullable<Check['verdict']> | ''>().notNull(),
  note: text().notNull(),
  ...evidence,
});

export const screeningStep = sqliteTable('screening_step', {
  ...ofCase,
  position: integer().notNull(),
  stage: text().$type<CaseStage>().notNull(),
  outcome: text().$type<Outcome>().notNull(),
  decidedOn: text('decided_on').notNull(),
  enteredAt: integer('entered_at').notNull(),
  actor: text().notNull(),
  charter: text(),
  charterVersionId: text('charter_version_id'),
  opinion: text().notNull(),
  vote: text({ mode: 'json' }).$type<Vote>(),
  ...evidence,
});

export const screeningObjection = sqliteTable('screening_objection', {
  ...ofCase,
  receivedOn: text('received_on').notNull(),
  objector: text().notNull(),
  content: text().notNull(),
  verdict: text().$type<Objection['verdict']>().notNull(),
  answer: text().notNull(),
  answeredOn: text('answered_on'),
  ...evidence,
});

/** One expert's sheet, an item of its own: the case and the expert are linked. */
export const screeningSheet = sqliteTable('screening_sheet', {
  id: text().primaryKey(),
  recused: integer({ mode: 'boolean' }).notNull().default(false),
  recusalReason: text('recusal_reason').notNull().default(''),
  scores: text({ mode: 'json' }).$type<PanelScore[]>().notNull().default([]),
  opinion: text().notNull().default(''),
  signedOn: text('signed_on'),
});
