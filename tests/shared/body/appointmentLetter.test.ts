import { expect, test } from 'vitest';
import { appointmentLetter } from '#shared/body/appointmentLetter.ts';

const FACTS = {
  body: '甲联合体',
  mark: '甲联合体内部▲3年',
  name: '王一',
  unit: '甲医院',
  group: '管理组',
  role: '组长',
  fields: {
    role: 'LEADER' as const,
    duty: '',
    startsOn: '2026-01-01',
    endsOn: '2028-12-31',
    letterNo: '甲聘〔2026〕1号',
    basis: '理事会决议',
    note: '不印',
  },
};

test('says whom, as what, how long and on what decision, and bears the mark', () => {
  const letter = appointmentLetter(FACTS);
  expect(letter).toMatchObject({
    title: '聘书',
    subtitle: '编号：甲聘〔2026〕1号',
    mark: '甲联合体内部▲3年',
  });
  expect(letter.blocks).toEqual([
    { kind: 'paragraph', text: '甲医院 王一：', flush: true },
    { kind: 'paragraph', text: '兹聘请您担任甲联合体管理组组长。' },
    { kind: 'paragraph', text: '聘期自2026年1月1日起至2028年12月31日止。' },
    { kind: 'paragraph', text: '任命依据：理事会决议。' },
    { kind: 'closing', lines: ['甲联合体', '2026年1月1日'] },
  ]);
});

test('the title written for the letter comes before group and office; an open end is not invented', () => {
  const fields = { ...FACTS.fields, duty: '首席专家', endsOn: null, basis: '' };
  const texts = appointmentLetter({ ...FACTS, fields }).blocks.map((block) =>
    'text' in block ? block.text : '',
  );
  expect(texts).toContain('兹聘请您担任甲联合体首席专家。');
  expect(texts).toContain('聘期自2026年1月1日起。');
  expect(texts.join('')).not.toContain('任命依据');
});
