import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AnnualScore } from '#shared/members/annualReview.ts';
import type { Contribution } from '#shared/members/contribution.ts';
import type { CreditCheck } from '#shared/members/creditCheck.ts';
import type { ExitItem, Measure, MeasureStep } from '#shared/members/measure.ts';
import type { MemberCategory } from '#shared/members/membership.ts';
import type { OrgType } from '#shared/members/orgType.ts';
import type { Qualification } from '#shared/members/qualification.ts';
import type { UnitFields, UnitRole } from '#shared/members/unit.ts';
import type { Vote } from '#shared/screening/vote.ts';

/** The name is the item's title. */
export const unit = sqliteTable('unit', {
  id: text().primaryKey(),
  shortName: text('short_name').notNull().default(''),
  role: text().$type<UnitRole>().notNull(),
  note: text().notNull().default(''),
  uscc: text().notNull().default(''),
  usccExemption: text('uscc_exemption').$type<NonNullable<UnitFields['usccExemption']>>(),
  orgType: text('org_type').$type<OrgType>(),
  tags: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
  legalRepresentative: text('legal_representative').notNull().default(''),
  legalTitle: text('legal_title').notNull().default(''),
  registeredCapital: text('registered_capital').notNull().default(''),
  establishedOn: text('established_on'),
  businessScope: text('business_scope').notNull().default(''),
  registeredAddress: text('registered_address').notNull().default(''),
  mailingAddress: text('mailing_address').notNull().default(''),
  postcode: text().notNull().default(''),
  website: text().notNull().default(''),
  foreignControlled: integer('foreign_controlled', { mode: 'boolean' }),
  stateEstablished: integer('state_established', { mode: 'boolean' }),
  staffCount: integer('staff_count'),
  rdStaffCount: integer('rd_staff_count'),
  rdExpense: real('rd_expense'),
  revenue: real(),
  ipCounts: text('ip_counts', { mode: 'json' }).$type<UnitFields['ipCounts']>().notNull().default({}),
  contactName: text('contact_name').notNull().default(''),
  contactPhone: text('contact_phone').notNull().default(''),
  contactEmail: text('contact_email').notNull().default(''),
  memberCategory: text('member_category').$type<MemberCategory>(),
  voteWeight: real('vote_weight'),
  benefitWeight: real('benefit_weight'),
  memberSince: text('member_since'),
  memberUntil: text('member_until'),
  exitDone: text('exit_done', { mode: 'json' }).$type<ExitItem[]>().notNull().default([]),
});

const evidence = { recordId: text('record_id'), fileId: text('file_id'), sha256: text() };
const ofUnit = { id: text().primaryKey(), unitId: text('unit_id').notNull() };

export const qualification = sqliteTable('qualification', {
  ...ofUnit,
  kind: text().$type<Qualification['kind']>().notNull(),
  number: text().notNull(),
  issuer: text().notNull(),
  scope: text().notNull(),
  issuedOn: text('issued_on'),
  expiresOn: text('expires_on'),
  revoked: integer({ mode: 'boolean' }).notNull(),
  ...evidence,
  verifiedBy: text('verified_by').notNull(),
  verifiedOn: text('verified_on'),
  note: text().notNull(),
});

export const creditCheck = sqliteTable('credit_check', {
  ...ofUnit,
  source: text().$type<CreditCheck['source']>().notNull(),
  queriedOn: text('queried_on').notNull(),
  queriedBy: text('queried_by').notNull(),
  keyword: text().notNull(),
  result: text().$type<CreditCheck['result']>().notNull(),
  note: text().notNull(),
  ...evidence,
});

export const contribution = sqliteTable('contribution', {
  ...ofUnit,
  kind: text().$type<Contribution['kind']>().notNull(),
  what: text().notNull(),
  promised: real(),
  dueOn: text('due_on'),
  delivered: real(),
  deliveredOn: text('delivered_on'),
  ...evidence,
  note: text().notNull(),
});

export const annualReview = sqliteTable('annual_review', {
  ...ofUnit,
  year: integer().notNull(),
  reviewedOn: text('reviewed_on').notNull(),
  reviewer: text().notNull(),
  opinion: text().notNull(),
  scores: text({ mode: 'json' }).$type<AnnualScore[]>().notNull(),
});

export const measure = sqliteTable('measure', {
  ...ofUnit,
  kind: text().$type<Measure['kind']>().notNull(),
  openedOn: text('opened_on').notNull(),
  reason: text().notNull(),
  dueOn: text('due_on'),
  closedOn: text('closed_on'),
  outcome: text().$type<Measure['outcome']>().notNull(),
});

export const measureStep = sqliteTable('measure_step', {
  ...ofUnit,
  measureId: text('measure_id').notNull(),
  step: text().$type<MeasureStep['step']>().notNull(),
  doneOn: text('done_on').notNull(),
  text: text().notNull(),
  defence: text().$type<NonNullable<MeasureStep['defence']>>(),
  vote: text({ mode: 'json' }).$type<Vote>(),
  ...evidence,
});
