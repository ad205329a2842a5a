import { chineseDate } from '../dates.ts';
import type { DocumentBlock, PrintedDocument } from '../documents/document.ts';
import { SCORING_RULES } from './blankSheetDocument.ts';
import { hundredthsText } from './maturity.ts';
import { INDICATOR_GROUPS, MATURITY_TABLE, MATURITY_TABLE_TITLE } from './maturityTable.ts';
import { type ExpertState, PANEL_SIZE, type PanelFields, type PanelResult } from './panel.ts';

export type PanelReport = {
  outcome: string;
  contributors: readonly string[];
  fields: PanelFields;
  /** The whole mark of what is most confidential in it. */
  mark: string;
  experts: readonly { name: string; unit: string; state: ExpertState }[];
  results: readonly PanelResult[];
  /** Of locked sheets that count, without names: single scores stay with their sheets. */
  opinions: readonly string[];
  /** The radar as PNG; null leaves it out. */
  radar: Uint8Array | null;
};

const VERDICTS = { MATURE: '具备成熟度', NOT_MATURE: '不具备成熟度' } as const;
const STATES: Record<ExpertState, string> = {
  INVITED: '未声明',
  CLEAR: '参加评分',
  RECUSED: '回避',
  EXCLUDED: '事后回避，评分不计入',
  ABSENT: '未提交评分',
};

/** The panel's report: who judged, how it was computed, what came out, and what came out before where that changed. */
export function panelReport(report: PanelReport): PrintedDocument {
  const { outcome, fields, results, mark } = report;
  const result = results.at(-1);
  return {
    title: '成果成熟度评价报告',
    subtitle: chineseDate(fields.convenedOn),
    mark,
    blocks: [
      {
        kind: 'facts',
        rows: [
          { name: '成果名称', value: outcome },
          { name: '完成单位和人员', value: report.contributors.join('、') },
          { name: '评价依据', value: MATURITY_TABLE_TITLE.zh },
          { name: '组长', value: fields.chair },
        ].filter(({ value }) => value !== ''),
      },
      { kind: 'heading', level: 1, text: '一、专家组' },
      {
        kind: 'table',
        head: ['姓名', '单位', '情况'],
        widths: [0.25, 0.45, 0.3],
        rows: report.experts.map(({ name, unit, state }) => [name, unit, STATES[state]]),
      },
      { kind: 'heading', level: 1, text: '二、评分方法' },
      ...SCORING_RULES.map((text): DocumentBlock => ({ kind: 'paragraph', text })),
      { kind: 'heading', level: 1, text: '三、评价结果' },
      ...(result ? resultBlocks(report, result) : [{ kind: 'paragraph', text: '尚未得出结论。' } as const]),
      { kind: 'heading', level: 1, text: '四、评价意见' },
      ...opinionBlocks(report),
      { kind: 'closing', lines: ['组长签名：　　　　　　　　', '　　　　年　　月　　日'] },
    ],
  };
}

function resultBlocks({ results, radar }: PanelReport, result: PanelResult): DocumentBlock[] {
  const earlier = results.slice(0, -1);
  return [
    { kind: 'paragraph', text: verdictSentence(result) },
    ...earlier.map(
      (each): DocumentBlock => ({
        kind: 'paragraph',
        text: `此前于${chineseDate(each.computedOn)}得出的结论为 ${hundredthsText(each.total)} 分，${VERDICTS[each.verdict]}；因有评委事后回避，按其余评分表重新计算，原结论保留备查。`,
      }),
    ),
    {
      kind: 'table',
      head: ['一级指标', '二级指标', '分值', '平均分'],
      widths: [0.3, 0.36, 0.15, 0.19],
      rows: [
        ...INDICATOR_GROUPS.flatMap((group) =>
          MATURITY_TABLE.filter((row) => row.group === group.id).map((row, index) => [
            index === 0 ? `${group.name.zh} ${group.points}` : '',
            row.name.zh,
            String(row.points),
            hundredthsText(result.means[row.id]),
          ]),
        ),
        ['总分', '', '100', hundredthsText(result.total)],
      ],
    },
    { kind: 'paragraph', text: '各项平均分分别四舍五入，其和可能与总分相差百分之几分。' },
    ...(radar === null
      ? []
      : [{ kind: 'picture', png: radar, width: 0.62, caption: '成熟度雷达图' } as const]),
    { kind: 'paragraph', text: `评分表校验值汇总（SHA-256）：${inGroups(result.basis)}` },
  ];
}

/** A hash in groups of eight: a line breaks between them. */
function inGroups(hex: string): string {
  return (hex.match(/.{1,8}/g) ?? []).join(' ');
}

function verdictSentence({ sheets, counted, trimmed, total, verdict, computedOn }: PanelResult): string {
  const how = trimmed
    ? `共收到 ${sheets} 份评分表，去掉最高和最低总分各一份，${counted} 份取平均`
    : `共收到 ${sheets} 份评分表，取平均`;
  const few = sheets < PANEL_SIZE ? `（专家不足 ${PANEL_SIZE} 人）` : '';
  return `${how}${few}，成熟度总分为 ${hundredthsText(total)} 分，${VERDICTS[verdict]}。计算日期：${chineseDate(computedOn)}。`;
}

function opinionBlocks({ fields, opinions }: PanelReport): DocumentBlock[] {
  const judged: [string, string][] = [
    ['先进性：', fields.advancement],
    ['市场前景：', fields.marketProspect],
    ['经济和社会效益：', fields.benefit],
  ];
  return [
    ...judged
      .filter(([, text]) => text !== '')
      .map(([label, text]): DocumentBlock => ({ kind: 'labelled', label, text })),
    ...opinions.map(
      (text, index): DocumentBlock => ({ kind: 'paragraph', text: `意见${index + 1}：${text}` }),
    ),
  ];
}
