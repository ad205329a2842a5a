import { chineseDate } from '../dates.ts';
import type { DocumentBlock, PrintedDocument } from '../documents/document.ts';
import { INDICATOR_GROUPS, MATURITY_TABLE, MATURITY_TABLE_TITLE, RISK_DIRECTION } from './maturityTable.ts';

/** What every sheet says of how to score, on paper as on the screen. */
export const SCORING_RULES = [
  '每项评分不低于 0 分、不超过该项分值，以 0.5 分为一档；参考：达到分值的 90% 以上为优，60%–89% 为良，60% 以下为一般。',
  RISK_DIRECTION.zh,
  '评分表 5 份及以上的，去掉一个最高总分和一个最低总分，其余取平均值，保留两位小数；80.00 分及以上为具备成熟度。',
] as const;

/** The declaration an expert signs before scoring; 回避情形 of the usual practice. */
export const RECUSAL_DECLARATION =
  '本人声明：与该成果及其完成人、完成单位之间，不存在同单位、成果完成人、亲属、师生、近三年合作、持股或受益、争议及其他应当回避的情形；对评价中知悉的技术秘密和其他评委的意见负有保密义务。';

/** A sheet of Table 1 to be filled in by hand. `expert` '' leaves the name open. */
export function blankSheetDocument(input: {
  outcome: string;
  expert: string;
  convenedOn: string;
  mark: string;
}): PrintedDocument {
  return {
    title: '成果成熟度评分表',
    subtitle: `（${MATURITY_TABLE_TITLE.zh}）`,
    mark: input.mark,
    blocks: [
      {
        kind: 'facts',
        rows: [
          { name: '成果名称', value: input.outcome },
          { name: '评价日期', value: chineseDate(input.convenedOn) },
          { name: '评委', value: input.expert },
        ],
      },
      { kind: 'heading', level: 1, text: '一、评分' },
      ...SCORING_RULES.map((text): DocumentBlock => ({ kind: 'paragraph', text })),
      indicatorTable(),
      { kind: 'heading', level: 1, text: '二、评价意见（必填）' },
      ...Array.from({ length: 4 }, (): DocumentBlock => ({ kind: 'paragraph', text: '　', flush: true })),
      { kind: 'heading', level: 1, text: '三、回避声明' },
      { kind: 'paragraph', text: RECUSAL_DECLARATION },
      { kind: 'closing', lines: ['评委签名：　　　　　　　　', '　　　　年　　月　　日'] },
    ],
  };
}

function indicatorTable(): DocumentBlock {
  const rows = INDICATOR_GROUPS.flatMap((group) =>
    MATURITY_TABLE.filter((row) => row.group === group.id).map((row, index) => [
      index === 0 ? `${group.name.zh} ${group.points}` : '',
      row.name.zh,
      String(row.points),
      `${row.explanation.zh}；评价要点：${row.aspects.zh}`,
      '',
    ]),
  );
  return {
    kind: 'table',
    head: ['一级指标', '二级指标', '分值', '说明与评价要点', '评分'],
    widths: [0.14, 0.16, 0.08, 0.5, 0.12],
    rows: [...rows, ['合计', '', '100', '', '']],
  };
}
