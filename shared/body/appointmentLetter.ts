import { chineseDate } from '../dates.ts';
import type { PrintedDocument } from '../documents/document.ts';
import type { AppointmentFields } from './appointment.ts';

/** Everything a letter of appointment says; the language of the letter is Chinese, as the joint body's papers are. */
export type LetterFacts = {
  /** The joint body, as it signs. */
  body: string;
  mark: string;
  name: string;
  /** '' for none. */
  unit: string;
  /** '' for the coordinator. */
  group: string;
  /** The office in words, such as 组长. */
  role: string;
  fields: AppointmentFields;
};

/** 聘书: whom, as what, from when to when, on what decision, and the day it begins as its date. */
export function appointmentLetter(facts: LetterFacts): PrintedDocument {
  const { body, name, unit, group, role, fields } = facts;
  const duty = fields.duty || `${group}${role}`;
  const term =
    fields.endsOn === null
      ? `聘期自${chineseDate(fields.startsOn)}起。`
      : `聘期自${chineseDate(fields.startsOn)}起至${chineseDate(fields.endsOn)}止。`;
  return {
    title: '聘书',
    subtitle: fields.letterNo === '' ? '' : `编号：${fields.letterNo}`,
    mark: facts.mark,
    blocks: [
      { kind: 'paragraph', text: `${unit}${unit === '' ? '' : ' '}${name}：`, flush: true },
      { kind: 'paragraph', text: `兹聘请您担任${body}${duty}。` },
      { kind: 'paragraph', text: term },
      ...(fields.basis === '' ? [] : [{ kind: 'paragraph', text: `任命依据：${fields.basis}。` } as const]),
      { kind: 'closing', lines: [body, chineseDate(fields.startsOn)] },
    ],
  };
}
