import { countLinksTo } from '#db/items/queries.ts';
import type { ItemRow } from '#db/items/schema.ts';
import { fieldsOfUnit, readUnitRow, type UnitRow } from '#db/members/queries.ts';
import {
  openMeasures,
  qualificationTerms,
  readContributions,
  readCreditChecks,
  readMeasureSteps,
  readMeasures,
  readQualifications,
  readReviews,
} from '#db/members/rows.ts';
import type { TierFile } from '#db/open.ts';
import { screeningsOfUnit } from '#db/screening/queries.ts';
import { all, sum } from '#db/tiers.ts';
import type { CalendarDate } from '#shared/dates.ts';
import {
  type AnnualReview,
  reviewConsequence,
  reviewGrade,
  reviewTotal,
} from '#shared/members/annualReview.ts';
import type { ShownMeasure, ShownReview, Unit, UnitDetail } from '#shared/members/contract.ts';
import { contributionTotals, isOverdue } from '#shared/members/contribution.ts';
import { creditEffect, creditValidUntil } from '#shared/members/creditCheck.ts';
import { closingProblems, isExit, nextStep } from '#shared/members/measure.ts';
import { type Membership, memberState } from '#shared/members/membership.ts';
import { qualificationState, renewFrom } from '#shared/members/qualification.ts';
import { missingForApplication } from '#shared/members/unit.ts';
import { isSubjectCodeDoubtful } from '#shared/members/uscc.ts';
import { type Citation, isStaleCitation } from '#shared/records/citation.ts';
import { evidenceEnds } from '#shared/screening/evidence.ts';
import type { OpenVault } from '../vault/session.ts';
import { showCitation } from './citations.ts';
import { notFound } from './errors.ts';
import { findItem } from './items.ts';
import { exitProblems, exitStands } from './memberExit.ts';
import { headOf } from './shown.ts';

/** What a list over all units of a tier is told once, instead of once a unit. */
type TierFacts = {
  open: Map<string, { kind: string }[]>;
  expiring: Map<string, number>;
  expired: Map<string, number>;
};

export function factsOfTier(tier: TierFile, today: CalendarDate): TierFacts {
  const open = new Map<string, { kind: string }[]>();
  for (const { unitId, kind } of openMeasures(tier))
    open.set(unitId, [...(open.get(unitId) ?? []), { kind }]);
  const expiring = new Map<string, number>();
  const expired = new Map<string, number>();
  for (const { unitId, revoked, ...row } of qualificationTerms(tier)) {
    const state = qualificationState({ ...row, revoked: revoked === 1 }, today);
    const counts = state === 'EXPIRING' ? expiring : state === 'EXPIRED' ? expired : null;
    counts?.set(unitId, (counts.get(unitId) ?? 0) + 1);
  }
  return { open, expiring, expired };
}

export function showUnit(vault: OpenVault, tier: TierFile, item: ItemRow, facts: TierFacts): Unit {
  const row = readUnitRow(tier, item.id);
  if (!row) throw notFound();
  const membership = membershipOf(row, facts.open.get(item.id) ?? []);
  return {
    ...headOf(vault, item),
    fields: { name: item.title, ...fieldsOfUnit(row) },
    peopleCount: sum(vault.tiers, (each) => countLinksTo(each, item.id, 'UNIT', 'person')),
    memberState: membership?.state ?? 'NONE',
    membership,
    expiring: facts.expiring.get(item.id) ?? 0,
    expired: facts.expired.get(item.id) ?? 0,
  };
}

export function showUnitDetail(vault: OpenVault, id: string, today: CalendarDate): UnitDetail {
  const { tier, item } = findItem(vault, id, 'unit');
  const unit = showUnit(vault, tier, item, factsOfTier(tier, today));
  const shown = (evidence: Citation | null) => (evidence === null ? null : showCitation(vault, evidence));
  const qualifications = readQualifications(tier, id);
  const creditChecks = readCreditChecks(tier, id);
  const contributions = readContributions(tier, id);
  const exitDone = readUnitRow(tier, id)?.exitDone ?? [];
  const steps = readMeasureSteps(tier, id);
  const measures = readMeasures(tier, id);
  const isLeaving = measures.some(({ kind, closedOn }) => isExit(kind) && closedOn === null);
  return {
    ...unit,
    isCodeDoubtful: unit.fields.uscc !== '' && isSubjectCodeDoubtful(unit.fields.uscc),
    missing: missingForApplication(unit.fields),
    qualifications: qualifications.map((row) => ({
      ...row,
      shownEvidence: shown(row.evidence),
      state: qualificationState(row, today),
      renewFrom: renewFrom(row),
    })),
    creditChecks: creditChecks.map((row) => ({
      ...row,
      shownEvidence: shown(row.evidence),
      validUntil: creditValidUntil(row.queriedOn),
      isExpired: creditValidUntil(row.queriedOn) < today,
      effect: creditEffect(row),
    })),
    contributions: contributions.map((row) => ({
      ...row,
      shownEvidence: shown(row.evidence),
      isOverdue: isOverdue(row, today),
    })),
    contributed: contributionTotals(contributions),
    reviews: showReviews(readReviews(tier, id), (evidence) => {
      const ends = evidenceEnds(evidence, qualifications, creditChecks);
      return { citation: shown(evidence), hasEnded: ends !== null && ends < today };
    }),
    measures: measures.map((measure): ShownMeasure => {
      const taken = steps.filter(({ measureId }) => measureId === measure.id);
      return {
        ...measure,
        steps: taken.map((step) => ({ ...step, shownEvidence: shown(step.evidence) })),
        next: measure.closedOn === null ? nextStep(measure.kind, taken) : null,
        problems:
          measure.closedOn === null
            ? [
                ...closingProblems(measure, taken, exitDone, today),
                ...(isExit(measure.kind) ? exitProblems(vault, id, today) : []),
              ]
            : [],
      };
    }),
    exitDone,
    exitStands: isLeaving ? exitStands(vault, id, today) : [],
    screenings: all(vault.tiers, (each) => screeningsOfUnit(each, id)),
  };
}

function showReviews(
  reviews: readonly AnnualReview[],
  resolve: (evidence: Citation) => { citation: ReturnType<typeof showCitation> | null; hasEnded: boolean },
): ShownReview[] {
  return reviews.map((review) => {
    const total = reviewTotal(review.scores);
    const scores = review.scores.map((score) => {
      const found = score.evidence === null ? null : resolve(score.evidence);
      return {
        ...score,
        shownEvidence: found?.citation ?? null,
        isStale:
          found !== null &&
          ((found.citation !== null && isStaleCitation(found.citation.state)) || found.hasEnded),
      };
    });
    return {
      ...review,
      scores,
      total,
      grade: reviewGrade(total),
      consequence: reviewConsequence(reviews, review.year),
    };
  });
}

function membershipOf(row: UnitRow, open: readonly { kind: string }[]): Membership | null {
  const { memberCategory, voteWeight, benefitWeight, memberSince, memberUntil } = row;
  if (memberCategory === null || memberSince === null) return null;
  return {
    category: memberCategory,
    voteWeight: voteWeight ?? 0,
    benefitWeight: benefitWeight ?? 0,
    since: memberSince,
    until: memberUntil,
    state: memberState({ since: memberSince, until: memberUntil }, open),
  };
}
