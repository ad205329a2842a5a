import type { Raw } from '../../drawing/raw.ts';
import type { Dice } from '../random.ts';
import type { Sheet } from './canvas.ts';
import { putMark, putTable, putTitle } from './layout.ts';
import { newPage } from './paper.ts';
import { pressed } from './seal.ts';

export type Accounts = {
  title: string;
  period: string;
  unit: string;
  mark: string;
  rows: readonly (readonly string[])[];
  remark: string;
  by: string;
  checkedBy: string;
  seal: Raw | null;
};

/** A statement: budget, spent and share by item. */
export function accountsPage({
  title,
  period,
  unit,
  mark,
  rows,
  remark,
  by,
  checkedBy,
  seal,
}: Accounts): Sheet {
  const sheet = newPage();
  putMark(sheet, mark);
  putTitle(sheet, title, 110, 34);
  sheet.words.push(
    { text: `编制单位：${unit}`, x: 90, y: 208, size: 18 },
    { text: period, x: 560, y: 208, size: 18, align: 'centre' },
    { text: '单位：万元', x: 910, y: 208, size: 18, align: 'right' },
  );
  const below = putTable(sheet, {
    x: 90,
    y: 244,
    widths: [300, 170, 170, 180],
    rows,
    numbers: [1, 2, 3],
    rowHeight: 46,
    size: 18,
    headFill: '#ebe6da',
  });
  sheet.words.push(
    { text: `说明：${remark}`, x: 90, y: below + 30, size: 18, width: 820, leading: 1.2, justify: true },
    { text: `编制：${by}　　　　　复核：${checkedBy}　　　　　负责人：`, x: 90, y: below + 150, size: 19 },
  );
  if (seal) sheet.layers.push(pressed(seal, 730, below + 180));
  return sheet;
}

const ITEMS = [
  '设备费',
  '材料费',
  '测试化验加工费',
  '燃料动力费',
  '差旅与会议费',
  '国际合作与交流费',
  '知识产权事务费',
  '劳务费',
  '专家咨询费',
  '成果展示与推广费',
  '间接费用',
] as const;

/** Rows of a statement that add up. Amounts in 万元 with two decimals, counted in whole 元 ×100. */
export function accountRows(dice: Dice, scale: number): string[][] {
  let [budget, spent] = [0, 0];
  const rows = ITEMS.map((item) => {
    const planned = Math.round(dice.between(0.2, 1.6) * scale * 100);
    const used = Math.round(planned * dice.between(0.55, 1.02));
    budget += planned;
    spent += used;
    return [item, money(planned), money(used), share(used, planned)];
  });
  return [
    ['项目', '预算数', '执行数', '执行率'],
    ...rows,
    ['合计', money(budget), money(spent), share(spent, budget)],
  ];
}

/** A voucher: narrow, across, with debit and credit. */
export function voucherSheet(voucher: {
  number: string;
  date: string;
  unit: string;
  entries: readonly (readonly string[])[];
  by: string;
  seal: Raw | null;
}): Sheet {
  const sheet = newPage(true);
  const { number, date, unit, entries, by, seal } = voucher;
  sheet.words.push(
    {
      text: '记 账 凭 证',
      x: sheet.width / 2,
      y: 120,
      size: 42,
      bold: true,
      align: 'centre',
      color: '#2f6b4f',
    },
    { text: `单位：${unit}`, x: 130, y: 220, size: 20 },
    { text: date, x: sheet.width / 2, y: 220, size: 20, align: 'centre' },
    { text: `凭证号：${number}`, x: sheet.width - 130, y: 220, size: 20, align: 'right' },
  );
  for (const y of [184, 190])
    sheet.rules.push({ x: sheet.width / 2 - 170, y, width: 340, height: 2, color: '#2f6b4f' });
  const below = putTable(sheet, {
    x: 130,
    y: 262,
    widths: [440, 354, 180, 180],
    rows: [['摘要', '会计科目', '借方金额', '贷方金额'], ...entries],
    numbers: [2, 3],
    rowHeight: 62,
    size: 20,
    headFill: '#e2ece4',
  });
  sheet.words.push({
    text: `附件 3 张　　　会计主管：　　　　　记账：　　　　　复核：　　　　　制单：${by}`,
    x: 130,
    y: below + 36,
    size: 20,
  });
  if (seal) sheet.layers.push(pressed(seal, sheet.width - 330, below + 70));
  return sheet;
}

export function money(hundredths: number): string {
  return (hundredths / 100).toFixed(2).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

function share(part: number, whole: number): string {
  return `${((part / whole) * 100).toFixed(1)}%`;
}
