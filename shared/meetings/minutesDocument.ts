import { z } from 'zod';
import { chineseDate } from '../dates.ts';
import type { DocumentBlock, PrintedDocument } from '../documents/document.ts';
import { minutesPaper as words } from '../translations/zh-CN/minutesPaper.ts';
import { attendanceText } from './attendance.ts';
import type { Discussion } from './discussion.ts';
import { formatIssueNumber } from './issueNumber.ts';
import type { MinutesContent } from './signing.ts';

/** What may stay out when minutes leave. The agenda always goes. */
export const minutesPartsSchema = z.object({
  attendance: z.boolean(),
  discussion: z.boolean(),
  resolutions: z.boolean(),
  votes: z.boolean(),
  attachments: z.boolean(),
});
export type MinutesParts = z.infer<typeof minutesPartsSchema>;
export const ALL_PARTS: MinutesParts = {
  attendance: true,
  discussion: true,
  resolutions: true,
  votes: true,
  attachments: true,
};

export type MinutesFrame = {
  /** The joint body, before the masthead. */
  body: string;
  mark: string;
  parts: MinutesParts;
  /** Null while nobody has signed it. */
  signed: { number: number; signer: string; issuedOn: string; reason: string } | null;
};

/** 会议纪要 in the order and the words of GB/T 9704-2012, 10.3, without the red head (the joint body is no authority). */
export function minutesDocument(content: MinutesContent, frame: MinutesFrame): PrintedDocument {
  const { fields } = content;
  const issue =
    fields.issueYear === null || fields.issueNo === null
      ? ''
      : formatIssueNumber({ year: fields.issueYear, number: fields.issueNo });
  return {
    masthead: frame.body + words.mastheads[fields.type],
    title: '',
    subtitle: issue + stateOf(frame.signed),
    mark: frame.mark,
    blocks: [
      { kind: 'paragraph', text: openingOf(content) },
      ...(content.project === ''
        ? []
        : [{ kind: 'paragraph' as const, text: words.project(content.project) }]),
      ...numbered(sectionsOf(content, frame.parts)),
      ...(frame.parts.attendance ? attendanceOf(content) : []),
      ...endOf(frame),
    ],
  };
}

/** The name minutes are filed and saved under: the meeting, and its number where it has one. */
export function minutesTitle({ fields }: MinutesContent): string {
  const issue =
    fields.issueYear === null || fields.issueNo === null
      ? ''
      : formatIssueNumber({ year: fields.issueYear, number: fields.issueNo });
  return fields.name.endsWith('纪要') ? `${fields.name}${issue}` : `${fields.name}纪要${issue}`;
}

function stateOf(signed: MinutesFrame['signed']): string {
  if (signed === null) return words.draft;
  return signed.number > 1 ? words.version(signed.number) : '';
}

function openingOf({ fields, attendees }: MinutesContent): string {
  const chair = attendees.find(({ duty }) => duty === 'CHAIR')?.name ?? '';
  const day = fields.heldOn === null ? words.dateUnknown : chineseDate(fields.heldOn);
  const hours = [fields.startsAt, fields.endsAt].filter((time) => time !== '').join('—');
  return words.opening(hours === '' ? day : `${day} ${hours}`, chair, fields.place, fields.name);
}

type Section = { heading: string; blocks: DocumentBlock[] };

function sectionsOf(content: MinutesContent, parts: MinutesParts): Section[] {
  const { headings } = words;
  const sections: Section[] = [{ heading: headings.topics, blocks: topicsOf(content) }];
  if (parts.discussion)
    sections.push({ heading: headings.discussion, blocks: discussionBlocks(content.discussion) });
  if (parts.resolutions) sections.push({ heading: headings.resolutions, blocks: resolutionsOf(content) });
  if (parts.votes) sections.push({ heading: headings.votes, blocks: votesOf(content) });
  if (parts.attachments) sections.push({ heading: headings.attachments, blocks: attachmentsOf(content) });
  return sections.filter(({ blocks }) => blocks.length > 0);
}

function numbered(sections: readonly Section[]): DocumentBlock[] {
  return sections.flatMap(({ heading, blocks }, at) => [
    { kind: 'heading', level: 1, text: `${words.ordinals[at] ?? ''}、${heading}` },
    ...blocks,
  ]);
}

function topicsOf({ topics }: MinutesContent): DocumentBlock[] {
  return topics.map(({ title, presenter }, at) => ({
    kind: 'paragraph',
    text: `${at + 1}. ${title}${presenter === '' ? '' : words.presenter(presenter)}`,
  }));
}

/** Headings of the discussion are one step below those of the paper. */
function discussionBlocks(discussion: Discussion): DocumentBlock[] {
  return discussion.flatMap((block): DocumentBlock[] => {
    if (block.kind === 'heading')
      return [{ kind: 'heading', level: 2, text: block.line.map(({ text }) => text).join('') }];
    if (block.kind === 'paragraph')
      return block.line.length === 0 ? [] : [{ kind: 'rich', marker: '', runs: block.line }];
    return block.items.map((line, at) => ({
      kind: 'rich',
      marker: block.ordered ? `${at + 1}. ` : '· ',
      runs: line,
    }));
  });
}

function resolutionsOf({ resolutions }: MinutesContent): DocumentBlock[] {
  return resolutions.map(({ content, owner, dueOn }, at) => {
    const terms = [
      ...(owner === '' ? [] : [words.owner(owner)]),
      ...(dueOn === null ? [] : [words.due(chineseDate(dueOn))]),
    ];
    const text = content.replace(/[。；;.]$/, '');
    return {
      kind: 'paragraph',
      text: `${at + 1}. ${text}${terms.length === 0 ? '' : words.brackets(terms)}。`,
    };
  });
}

function votesOf({ votes }: MinutesContent): DocumentBlock[] {
  if (votes.length === 0) return [];
  const { subject, ...counts } = words.vote;
  const columns = Object.keys(counts) as (keyof typeof counts)[];
  return [
    {
      kind: 'table',
      head: [subject, ...columns.map((column) => counts[column])],
      widths: [0.4, ...columns.map(() => 0.1)],
      rows: votes.map((vote) => [vote.subject, ...columns.map((column) => String(vote[column]))]),
    },
  ];
}

function attachmentsOf({ attachments }: MinutesContent): DocumentBlock[] {
  return attachments.map(({ name }, at) => ({ kind: 'paragraph', text: `${at + 1}. ${name}` }));
}

function attendanceOf({ attendees }: MinutesContent): DocumentBlock[] {
  const recorder = attendees.find(({ duty }) => duty === 'RECORDER')?.name ?? '';
  const lists = (['PRESENT', 'EXCUSED', 'OBSERVER'] as const).map((attendance) => ({
    label: words.attendance[attendance],
    text: attendanceText(attendees, attendance),
  }));
  const there = [...lists, { label: words.recorder, text: recorder }].filter(({ text }) => text !== '');
  if (there.length === 0) return [];
  // 正文下空一行.
  return [{ kind: 'blank' }, ...there.map((each): DocumentBlock => ({ kind: 'labelled', ...each }))];
}

function endOf({ signed, body }: MinutesFrame): DocumentBlock[] {
  if (signed === null) return [];
  return [
    ...(signed.reason === '' ? [] : [{ kind: 'paragraph' as const, text: words.correction(signed.reason) }]),
    { kind: 'labelled', label: words.signer, text: signed.signer },
    { kind: 'closing', lines: [body, chineseDate(signed.issuedOn)] },
  ];
}
