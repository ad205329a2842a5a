import { type CalendarDate, chineseDate } from '../dates.ts';
import type { DocumentBlock, PrintedDocument } from '../documents/document.ts';
import { voteSentence } from '../screening/voteSentence.ts';
import { members } from '../translations/zh-CN/members.ts';
import type { ShownMeasure, UnitDetail } from './contract.ts';
import { isExit } from './measure.ts';

/** The letter to a member about a measure, in Chinese: facts and reasons, what was done, and the result or the right of defence. */
export function measureDocument(
  unit: Pick<UnitDetail, 'title' | 'mark'>,
  measure: ShownMeasure,
  { body, today }: { body: string; today: CalendarDate },
): PrintedDocument {
  const words = members.measures;
  const { letter } = words;
  const { kind, reason, steps, closedOn, outcome } = measure;
  const course = steps.map((step): DocumentBlock => {
    const parts = [
      `${chineseDate(step.doneOn)}，${words.steps[step.step]}`,
      step.defence === null ? '' : words.defences[step.defence],
      step.vote === null ? '' : voteSentence(step.vote),
      step.text,
    ];
    return { kind: 'paragraph', text: parts.filter((part) => part !== '').join('：') };
  });
  const defended = steps.some(({ step }) => step === 'DEFENCE');
  const result =
    closedOn === null
      ? letter.running
      : outcome === 'CANCELLED'
        ? letter.cancelled(chineseDate(closedOn))
        : isExit(kind)
          ? letter.exited(chineseDate(closedOn))
          : letter.done(chineseDate(closedOn));
  return {
    title: letter.title(words.kinds[kind]),
    subtitle: '',
    mark: unit.mark,
    blocks: [
      { kind: 'paragraph', text: letter.to(unit.title), flush: true },
      { kind: 'heading', level: 1, text: letter.facts },
      { kind: 'paragraph', text: reason },
      ...(course.length === 0 ? [] : [{ kind: 'heading', level: 1, text: letter.steps } as const, ...course]),
      { kind: 'heading', level: 1, text: letter.result },
      { kind: 'paragraph', text: result },
      ...(kind === 'EXPELLED' && closedOn === null && !defended
        ? [{ kind: 'paragraph', text: letter.right } as const]
        : []),
      { kind: 'closing', lines: [body, chineseDate(closedOn ?? today)] },
    ],
  };
}
