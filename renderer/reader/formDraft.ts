import type { ItemJson } from '#shared/bundles/itemJson.ts';
import { halvesTyped } from '#shared/outcomes/maturity.ts';
import { INDICATORS, type Indicator, MATURITY_TABLE, pointsOf } from '#shared/outcomes/maturityTable.ts';
import { lockProblems } from '#shared/outcomes/scoreRules.ts';
import type { SheetScore } from '#shared/outcomes/scoreSheet.ts';
import { words } from './words.ts';

type Evidence = NonNullable<SheetScore['evidence']>;

export interface FormDraft {
  scores: Record<Indicator, { typed: string; evidence: Evidence | null }>;
  opinion: string;
  clear: boolean;
}

/** What was filled in survives a change of language; it goes with the page. */
const drafts = new Map<string, FormDraft>();

export function draftFor(code: string): FormDraft {
  const known = drafts.get(code);
  if (known) return known;
  const blank = INDICATORS.map((indicator) => [indicator, { typed: '', evidence: null }]);
  const draft: FormDraft = {
    scores: Object.fromEntries(blank) as FormDraft['scores'],
    opinion: '',
    clear: false,
  };
  drafts.set(code, draft);
  return draft;
}

export function scoresOf({ scores }: FormDraft): SheetScore[] {
  return INDICATORS.map((indicator) => ({
    indicator,
    halves: halvesTyped(scores[indicator].typed),
    evidence: scores[indicator].evidence,
  }));
}

/** Every sentence about what is missing or wrong, by the rules of the sheet; empty when it can be returned. */
export function formProblems(draft: FormDraft): string[] {
  const t = words();
  const isChinese = t.formats.locale === 'zh-CN';
  const nameOf = (field: string | undefined): string => {
    const row = MATURITY_TABLE.find(({ id }) => `scores.${id}` === field);
    return row === undefined ? '' : isChinese ? row.name.zh : row.name.en;
  };
  const found = lockProblems({ scores: scoresOf(draft), opinion: draft.opinion }).map(({ rule, field }) => {
    if (rule === 'OPINION_REQUIRED') return t.form.problems.opinion;
    const indicator = INDICATORS.find((each) => `scores.${each}` === field);
    const isTyped = indicator !== undefined && draft.scores[indicator].typed.trim() !== '';
    const says =
      rule === 'SCORE_TOO_HIGH' && indicator !== undefined
        ? t.form.problems.tooHigh(pointsOf(indicator))
        : isTyped
          ? t.form.problems.step
          : t.form.problems.missing;
    return `${nameOf(field)}${t.formats.colon}${says}`;
  });
  return draft.clear ? found : [...found, t.form.problems.declaration];
}

/** The files that came along, to be named as what a score was given on: by the bytes the sender has. */
export function evidenceChoices(items: readonly ItemJson[]): { name: string; evidence: Evidence }[] {
  return items.flatMap((item) =>
    item.files.map(({ id, name, sha256, strippedFrom }) => ({
      name: `${item.title} · ${name}`,
      evidence: { recordId: item.id, fileId: id, sha256: strippedFrom ?? sha256 },
    })),
  );
}
