import { chineseDate } from '../dates.ts';
import type { PrintedDocument } from '../documents/document.ts';
import { members } from '../translations/zh-CN/members.ts';
import { screening } from '../translations/zh-CN/screening.ts';
import type { Case } from './contract.ts';
import { voteSentence } from './voteSentence.ts';

/** The decision as a letter to the applicant, in Chinese. Single scores are not in it: they stay with the panel. */
export function decisionDocument(
  it: Pick<Case, 'title' | 'mark' | 'stage' | 'fields' | 'steps' | 'isBackfilled'>,
  { body }: { body: string },
): PrintedDocument {
  const { letter, stages, outcomes } = screening;
  const last = it.steps.at(-1);
  const day = last === undefined ? '' : chineseDate(last.decidedOn);
  const rows = it.steps.map((step) => [
    stages[step.stage],
    outcomes[step.outcome],
    step.decidedOn,
    [step.opinion, step.vote === null ? '' : voteSentence(step.vote)]
      .filter((part) => part !== '')
      .join('；'),
  ]);
  const isNegative = it.stage === 'REJECTED' || it.stage === 'RETURNED' || it.stage === 'WITHDRAWN';
  return {
    title: letter.title,
    subtitle: '',
    mark: it.mark,
    blocks: [
      { kind: 'paragraph', text: letter.to(it.title), flush: true },
      { kind: 'paragraph', text: letter.opening(it.fields.charter) },
      { kind: 'heading', level: 1, text: letter.result },
      { kind: 'paragraph', text: resultOf(it, day) },
      ...(isNegative && last !== undefined && last.opinion !== ''
        ? [{ kind: 'labelled', label: `${letter.reason}：`, text: last.opinion } as const]
        : []),
      ...(rows.length === 0
        ? []
        : [
            { kind: 'heading', level: 1, text: letter.course } as const,
            {
              kind: 'table',
              head: [
                letter.columns.stage,
                letter.columns.outcome,
                letter.columns.day,
                letter.columns.opinion,
              ],
              widths: [0.2, 0.16, 0.18, 0.46],
              rows,
            } as const,
          ]),
      ...(it.isBackfilled && last !== undefined
        ? [
            {
              kind: 'paragraph',
              text: letter.backfilled(chineseDate(new Date(last.enteredAt).toISOString().slice(0, 10))),
            } as const,
          ]
        : []),
      { kind: 'closing', lines: [body, day] },
    ],
  };
}

function resultOf({ stage, fields }: Pick<Case, 'stage' | 'fields'>, day: string): string {
  const { results } = screening.letter;
  switch (stage) {
    case 'ADMITTED':
      return results.ADMITTED(day, members.categories[fields.category]);
    case 'REJECTED':
    case 'WITHDRAWN':
    case 'RETURNED':
      return results[stage](day);
    default:
      return results.OPEN(screening.stages[stage]);
  }
}
