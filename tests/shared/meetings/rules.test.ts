import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attendanceText, checkAttendees } from '#shared/meetings/attendance.ts';
import { formatIssueNumber, issueNumberTyped, nextIssueNumber } from '#shared/meetings/issueNumber.ts';
import { MEETING_TYPES } from '#shared/meetings/meeting.ts';
import { byDue, isEarlierInSeries, isOverdue } from '#shared/meetings/openActions.ts';
import {
  checkSigning,
  type MinutesContent,
  minutesText,
  retentionOfMinutes,
} from '#shared/meetings/signing.ts';
import { checkVote } from '#shared/meetings/votes.ts';
import { attendee, CONTENT, vote } from './minutesContent.ts';

describe('votes', () => {
  test.each([
    [{}, null],
    [{ favour: 4, recused: 1 }, null],
    [{ favour: 6 }, 'VOTE_DOES_NOT_ADD_UP'],
    [{ favour: 4 }, 'VOTE_DOES_NOT_ADD_UP'],
    [{ due: 6 }, 'VOTE_MORE_PRESENT_THAN_DUE'],
    [{ due: 0, present: 0, favour: 0, against: 0, abstained: 0 }, null],
  ])('%o: %s', (counts, rule) => {
    expect(checkVote(vote(counts))?.rule ?? null).toBe(rule);
  });

  test('pass exactly when everybody present is counted once', () => {
    const count = fc.nat(50);
    fc.assert(
      fc.property(
        count,
        count,
        count,
        count,
        count,
        count,
        (due, present, favour, against, abstained, recused) => {
          const adds = favour + against + abstained + recused === present && present <= due;
          expect(checkVote(vote({ due, present, favour, against, abstained, recused })) === null).toBe(adds);
        },
      ),
    );
  });
});

describe('issue numbers', () => {
  test.each([
    ['〔2026〕3号', { year: 2026, number: 3 }],
    ['[2026] 3', { year: 2026, number: 3 }],
    ['2026-12', { year: 2026, number: 12 }],
    ['2026年第3期', { year: 2026, number: 3 }],
    ['２０２６－３', { year: 2026, number: 3 }],
    ['5', { year: 2025, number: 5 }],
    ['第5次', { year: 2025, number: 5 }],
    ['', null],
    ['0', undefined],
    ['三', undefined],
    ['2026-', undefined],
    ['12026-3', undefined],
  ])('%s', (typed, issue) => {
    expect(issueNumberTyped(typed, 2025)).toEqual(issue);
  });

  test('are read again as they were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2200 }), fc.integer({ min: 1, max: 9999 }), (year, number) => {
        expect(issueNumberTyped(formatIssueNumber({ year, number }), 1)).toEqual({ year, number });
      }),
    );
  });

  test('go on from the highest of the year', () => {
    const taken = [
      { year: 2026, number: 2 },
      { year: 2026, number: 5 },
      { year: 2025, number: 9 },
    ];
    expect(nextIssueNumber(taken, 2026)).toBe(6);
    expect(nextIssueNumber(taken, 2027)).toBe(1);
  });
});

describe('attendance', () => {
  test('is written by units, in the order of the first name', () => {
    const list = [
      attendee('陈思远', { unitName: '医院' }),
      attendee('王建国', { unitName: '公司' }),
      attendee('李文博', { unitName: '医院' }),
      attendee('郑爽', { attendance: 'EXCUSED' }),
    ];
    expect(attendanceText(list, 'PRESENT')).toBe('医院 陈思远、李文博；公司 王建国');
    expect(attendanceText(list, 'EXCUSED')).toBe('郑爽');
    expect(attendanceText(list, 'OBSERVER')).toBe('');
  });

  test.each([
    [[attendee('甲', { duty: 'CHAIR' }), attendee('乙', { duty: 'CHAIR' })], ['TWO_CHAIRS']],
    [[attendee('甲', { duty: 'RECORDER' }), attendee('乙', { duty: 'RECORDER' })], ['TWO_RECORDERS']],
    [[attendee('甲', { duty: 'CHAIR', attendance: 'EXCUSED' })], ['EXCUSED_WITH_DUTY']],
    [[attendee('甲', { personId: 'p' }), attendee('甲', { personId: 'p' })], ['ATTENDS_TWICE']],
    [[attendee('甲', { duty: 'CHAIR' }), attendee('乙', { duty: 'RECORDER', attendance: 'OBSERVER' })], []],
  ])('%#', (list, rules) => {
    expect(checkAttendees(list).map(({ rule }) => rule)).toEqual(rules);
  });
});

describe('what was left open', () => {
  const held = (id: string, heldOn: string | null, projectId: string | null = null) => ({
    id,
    type: 'COUNCIL' as const,
    projectId,
    heldOn,
  });

  test('comes up in later meetings of the same series, and in the one being prepared', () => {
    const earlier = held('a', '2026-03-01');
    expect(isEarlierInSeries(earlier, held('b', '2026-06-01'))).toBe(true);
    expect(isEarlierInSeries(earlier, held('b', null))).toBe(true);
    expect(isEarlierInSeries(earlier, held('b', '2026-03-01'))).toBe(false);
    expect(isEarlierInSeries(earlier, held('b', '2026-06-01', 'p'))).toBe(false);
    expect(isEarlierInSeries(earlier, { ...held('b', '2026-06-01'), type: 'COORDINATION' })).toBe(false);
    expect(isEarlierInSeries(held('a', null), held('b', null))).toBe(false);
    expect(isEarlierInSeries(earlier, earlier)).toBe(false);
  });

  test('is ordered by the day it is due, and overdue the day after', () => {
    const list = [{ dueOn: null }, { dueOn: '2026-05-02' }, { dueOn: '2026-05-01' }];
    expect(list.toSorted(byDue).map(({ dueOn }) => dueOn)).toEqual(['2026-05-01', '2026-05-02', null]);
    expect(isOverdue({ state: 'OPEN', dueOn: '2026-05-01' }, '2026-05-01')).toBe(false);
    expect(isOverdue({ state: 'OPEN', dueOn: '2026-05-01' }, '2026-05-02')).toBe(true);
    expect(isOverdue({ state: 'DONE', dueOn: '2026-05-01' }, '2026-05-02')).toBe(false);
    expect(isOverdue({ state: 'OPEN', dueOn: null }, '2026-05-02')).toBe(false);
  });
});

describe('signing', () => {
  const SIGNATURE = { signer: '陈思远', issuedOn: '2026-05-08' };
  const rules = (content: MinutesContent, signature = SIGNATURE) =>
    checkSigning(content, signature, '2026-05-10').map(({ rule, field }) => `${field} ${rule}`);

  test('needs what minutes are', () => {
    expect(rules(CONTENT)).toEqual([]);
    expect(rules({ ...CONTENT, attendees: [], topics: [], resolutions: [] })).toEqual([
      'chair REQUIRED',
      'recorder REQUIRED',
      'topics MINUTES_EMPTY',
    ]);
    expect(rules({ ...CONTENT, votes: [vote({ favour: 1 })] })).toEqual(['votes.0 VOTE_DOES_NOT_ADD_UP']);
    expect(rules(CONTENT, { signer: ' ', issuedOn: '2026-05-05' })).toEqual([
      'signer REQUIRED',
      'issuedOn ISSUED_BEFORE_HELD',
    ]);
    expect(rules(CONTENT, { signer: '陈思远', issuedOn: '2026-05-11' })).toEqual(['issuedOn DATE_IN_FUTURE']);
  });

  test('fixes what was decided, not what became of it', () => {
    const [first] = CONTENT.resolutions;
    const later = {
      ...CONTENT,
      resolutions: [{ ...first, state: 'DONE', closedOn: '2026-06-02', note: '完' }],
    };
    expect(minutesText(later as unknown as MinutesContent)).toBe(minutesText(CONTENT));
    const other = { ...CONTENT, resolutions: [{ ...first, content: '编制决算' }] };
    expect(minutesText(other as unknown as MinutesContent)).not.toBe(minutesText(CONTENT));
  });

  test('keeps what councils decide for ever, the rest for thirty years', () => {
    expect(MEETING_TYPES.map(retentionOfMinutes)).toEqual(['Y', 'Y', 'D30', 'D30', 'D30', 'D30']);
  });
});
