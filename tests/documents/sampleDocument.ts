import { crc32, deflateSync } from 'node:zlib';
import type { PrintedDocument } from '#shared/documents/document.ts';

/** A paper with every kind of block, long enough for three pages. */
export const SAMPLE: PrintedDocument = {
  masthead: '华东先进膜材料联合体理事会会议纪要',
  title: '',
  subtitle: '〔2026〕3号',
  mark: '普通商密▲5年',
  blocks: [
    {
      kind: 'facts',
      rows: [
        { name: '时间', value: '2026年11月12日 09:00—11:30' },
        { name: '地点', value: '研究院 B 座 305 会议室' },
      ],
    },
    { kind: 'heading', level: 1, text: '一、关于年度工作' },
    {
      kind: 'paragraph',
      text: '会议听取了秘书处关于2026年度工作的报告，认为联合体在膜材料 PVDF-HFP 共混体系、中试放大和标准制定三个方向上进展明显，同意报告所列的下一步安排。各成员单位应当在十二月十日之前报送年度总结材料。\n第二段以换行开始。',
    },
    { kind: 'heading', level: 2, text: '（一）经费' },
    {
      kind: 'rich',
      marker: '1. ',
      runs: [
        { text: '会议', bold: false },
        { text: '原则同意', bold: true },
        { text: '追加经费 120 万元，由总协调人与财务部门核定后执行。', bold: false },
      ],
    },
    {
      kind: 'table',
      head: ['序号', '议定事项', '责任人', '期限'],
      widths: [0.1, 0.5, 0.2, 0.2],
      rows: Array.from({ length: 26 }, (_, at) => [
        String(at + 1),
        '完成中试线改造方案的论证并提交理事会审议',
        '陈思远',
        '2026-12-10',
      ]),
    },
    { kind: 'picture', png: plainPng(120, 60), width: 0.4, caption: '图1 成熟度雷达' },
    { kind: 'pageBreak' },
    {
      kind: 'labelled',
      label: '出席：',
      text: '华东理工大学陈思远、李文博，江南膜业有限公司王建国、赵敏，中科院某研究所孙晓、周立新，浙江某新材料公司吴桐。',
    },
    { kind: 'labelled', label: '请假：', text: '郑爽。' },
    { kind: 'paragraph', text: '尾注：此页另起。', flush: true },
    { kind: 'closing', lines: ['华东先进膜材料联合体', '2026年11月13日'] },
  ],
};

/** A grey picture, as PNG. */
export function plainPng(width: number, height: number): Uint8Array {
  const rows = Buffer.alloc((width + 1) * height, 0xb0);
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
