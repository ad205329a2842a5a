import { z } from 'zod';
import type { IpItem } from '../outcomes/intellectualProperty.ts';
import type { OutcomeFields } from '../outcomes/outcome.ts';
import type { TransformationEvent } from '../outcomes/transformation.ts';
import type { PanelFields, PanelWords } from './panel.ts';
import { bareText, eachRun, indexRuns, stretchesOf } from './textRuns.ts';

/**
 * 脱密版本: what is shown of an outcome above 公开 is another text than the outcome's own, and what was changed is kept (domain rules
 * §8.3, point 1). Both texts are kept as passages; the difference is drawn from them.
 */
export const PASSAGES = ['NAME', 'SUMMARY', 'RIGHTS', 'KEYWORDS', 'PATH', 'ENGLISH'] as const;
export type Passage = (typeof PASSAGES)[number];
export const passagesSchema = z.partialRecord(z.enum(PASSAGES), z.string());
export type Passages = z.infer<typeof passagesSchema>;

/** How an outcome is made fit to be shown (domain rules §8.3, 脱密). Places are taken out of every picture by the export itself. */
export const REDACTION_MEANS = [
  'DETAILS_REMOVED',
  'FIGURES_RANGED',
  'UNFILED_DROPPED',
  'FACES_BLURRED',
  'REWRITTEN',
] as const;
export type RedactionMeans = (typeof REDACTION_MEANS)[number];

export const redactionInputSchema = z.object({
  means: z.array(z.enum(REDACTION_MEANS)).min(1, 'REDACTION_MEANS_REQUIRED').max(REDACTION_MEANS.length),
  preparedBy: z.string().trim().min(1, 'REQUIRED').max(60),
  madeOn: z.iso.date('NOT_A_DATE'),
  note: z.string().trim().max(500),
});
export type RedactionInput = z.infer<typeof redactionInputSchema>;

/** A kept comparison: `edition` and `contentHash` say which content of the panel it is about. */
export const redactionSchema = redactionInputSchema.extend({
  edition: z.number().int(),
  contentHash: z.string(),
  source: passagesSchema,
  shown: passagesSchema,
  /** The day from which the outcome is no source of the panel any more; null while it is one. */
  releasedOn: z.iso.date().nullable(),
  releaseReason: z.string().nullable(),
});
export type Redaction = z.infer<typeof redactionSchema>;

export function passagesOfOutcome(
  { name, technicalField, cancerType, keywords, summary, innovations }: OutcomeFields,
  ipItems: readonly IpItem[],
  events: readonly TransformationEvent[],
): Passages {
  return filled({
    NAME: name,
    SUMMARY: lines([summary, ...innovations]),
    RIGHTS: lines(ipItems.map((each) => words([each.name, each.number, each.holders, each.note]))),
    KEYWORDS: words([technicalField, cancerType, ...keywords]),
    PATH: lines(events.map(({ text }) => text)),
  });
}

export function passagesOfPanel({ zh, en, rights, codeText }: PanelFields): Passages {
  return filled({
    NAME: zh.title,
    SUMMARY: lines([...said(zh), codeText]),
    RIGHTS: lines(rights),
    ENGLISH: lines([en.title, en.unitName, ...said(en), en.contact]),
  });
}

/** Each once: stretches of at least twelve characters that the panel has word for word from the outcome: the export would stop at them. */
export function copiedStretches(source: Passages, shown: Passages): string[] {
  const index = indexRuns(Object.values(source).map(bareText));
  const stretches = Object.values(shown).flatMap((text) => {
    const bare = bareText(text);
    const runs = new Set<string>();
    eachRun(index, bare, (run) => runs.add(run));
    return stretchesOf(bare, runs);
  });
  return [...new Set(stretches)];
}

function said({ highlight, summary, indicators, scenario, market }: PanelWords): string[] {
  return [highlight, summary, ...indicators, scenario, market];
}

function words(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

function lines(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}

function filled(
  passages: Record<Exclude<Passage, 'KEYWORDS' | 'PATH' | 'ENGLISH'>, string> & Passages,
): Passages {
  return Object.fromEntries(Object.entries(passages).filter(([, text]) => text !== ''));
}
