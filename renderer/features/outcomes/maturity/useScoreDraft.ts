import { useState } from 'react';
import { halvesText, halvesTyped } from '#shared/outcomes/maturity.ts';
import type { MaturitySheet } from '#shared/outcomes/maturityContract.ts';
import { INDICATORS, type Indicator } from '#shared/outcomes/maturityTable.ts';
import type { SheetFields } from '#shared/outcomes/scoreSheet.ts';
import type { Citation } from '#shared/records/citation.ts';
import { draftOf, dropDraft, keepDraft } from '../../../drafts.ts';

/** `typed` as it stands in the field; '' where no score is given. */
export type ScoreDraft = {
  scores: Record<Indicator, { typed: string; evidence: Citation | null }>;
  opinion: string;
};

/** What stands in the form and is not saved yet; it survives leaving the page. */
export function useScoreDraft(sheet: MaturitySheet): {
  draft: ScoreDraft;
  isChanged: boolean;
  put(next: ScoreDraft): void;
  drop(): void;
} {
  const form = `maturity.sheet.${sheet.id}`;
  const [own, setOwn] = useState<ScoreDraft | null>(() =>
    sheet.lockedOn === null ? (draftOf<ScoreDraft>(form) ?? null) : null,
  );
  return {
    draft: own ?? storedDraft(sheet),
    isChanged: own !== null,
    put(next) {
      keepDraft(form, next);
      setOwn(next);
    },
    drop() {
      dropDraft(form);
      setOwn(null);
    },
  };
}

/** What the form says, for the service. A score that is none is left out: the field says so. */
export function fieldsOfDraft({ fields }: MaturitySheet, { scores, opinion }: ScoreDraft): SheetFields {
  return {
    source: fields.source,
    opinion,
    scores: INDICATORS.map((indicator) => ({
      indicator,
      halves: halvesTyped(scores[indicator].typed),
      evidence: scores[indicator].evidence,
    })),
  };
}

function storedDraft({ fields }: MaturitySheet): ScoreDraft {
  const entries = INDICATORS.map((indicator) => {
    const score = fields.scores.find((each) => each.indicator === indicator);
    const typed = score?.halves == null ? '' : halvesText(score.halves);
    return [indicator, { typed, evidence: score?.evidence ?? null }];
  });
  return { opinion: fields.opinion, scores: Object.fromEntries(entries) as ScoreDraft['scores'] };
}
