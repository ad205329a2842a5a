import { describe, expect, test } from 'vitest';
import type { PrintedDocument } from '#shared/documents/document.ts';
import { ALL_PARTS, minutesDocument, minutesTitle } from '#shared/meetings/minutesDocument.ts';
import { CONTENT } from './minutesContent.ts';

const FRAME = { body: '东海联合体', mark: '东海联合体内部▲3年', parts: ALL_PARTS, signed: null };
const textOf = ({ blocks }: PrintedDocument) => blocks.map((block) => JSON.stringify(block)).join('\n');

describe('minutes on paper', () => {
  test('have the order of GB/T 9704: mark, masthead, number, text, 出席, 请假, 列席', () => {
    const paper = minutesDocument(CONTENT, {
      ...FRAME,
      signed: { number: 1, signer: '陈思远', issuedOn: '2026-05-08', reason: '' },
    });
    expect(paper).toMatchObject({
      mark: '东海联合体内部▲3年',
      masthead: '东海联合体理事会会议纪要',
      subtitle: '〔2026〕3号',
    });
    const kinds = paper.blocks.map((block) =>
      'label' in block ? block.label : 'text' in block ? block.text : block.kind,
    );
    expect(kinds).toEqual([
      '2026年5月6日 09:00—11:30，陈思远主持，在305会议室召开理事会第三次会议。',
      '一、会议议题',
      '1. 年度预算（汇报人：罗佳禾）',
      '二、讨论要点',
      'rich',
      '三、议定事项',
      '1. 编制预算（责任：罗佳禾；期限：2026年6月1日）。',
      '四、表决结果',
      'table',
      '五、附件',
      '1. 预算表',
      'blank',
      '出席：',
      '请假：',
      '列席：',
      '记录：',
      '签发：',
      'closing',
    ]);
    expect(paper.blocks.at(-1)).toEqual({ kind: 'closing', lines: ['东海联合体', '2026年5月8日'] });
  });

  test('leave out what is not to leave, and number what stays', () => {
    const parts = { ...ALL_PARTS, discussion: false, votes: false, attendance: false };
    const text = textOf(minutesDocument(CONTENT, { ...FRAME, parts }));
    expect(text).toContain('二、议定事项');
    expect(text).toContain('三、附件');
    for (const word of ['讨论', '原则同意', '赞成', '出席', '郑爽']) expect(text).not.toContain(word);
  });

  test('say that they are a draft, or which version', () => {
    expect(minutesDocument(CONTENT, FRAME).subtitle).toBe('〔2026〕3号（草稿，未签发）');
    const second = minutesDocument(CONTENT, {
      ...FRAME,
      signed: { number: 2, signer: '陈思远', issuedOn: '2026-05-20', reason: '责任人有误' },
    });
    expect(second.subtitle).toBe('〔2026〕3号（第2版，更正）');
    expect(textOf(second)).toContain('更正说明：责任人有误');
  });

  test.each([
    ['理事会第三次会议', '理事会第三次会议纪要〔2026〕3号'],
    ['理事会会议纪要', '理事会会议纪要〔2026〕3号'],
  ])('of %s are called %s', (name, title) => {
    expect(minutesTitle({ ...CONTENT, fields: { ...CONTENT.fields, name } })).toBe(title);
  });
});
