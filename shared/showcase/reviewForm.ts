import { chineseDate, localDateOf } from '../dates.ts';
import type { DocumentBlock, PrintedDocument } from '../documents/document.ts';
import { levels } from '../translations/zh-CN/levels.ts';
import { showcase as words } from '../translations/zh-CN/showcase.ts';
import type { Panel } from './contract.ts';
import { type GatePoint, POINTS_OF, type ReviewState } from './gate.ts';

const STAGES: readonly ReviewState[] = ['UNIT_REVIEW', 'IP_REVIEW', 'SECRECY_REVIEW'];

/** What the applicant answers by hand, as the forms of universities and agencies ask it (domain rules §8.3). */
const DECLARED = [
  '是否涉及国家秘密和内部敏感信息',
  '是否涉及涉密项目的进度',
  '是否涉及涉密成果及其资料、图纸、照片、录像',
  '是否涉及涉外合作',
  '是否有其他不宜公开的内容',
];
/** Of the same forms, and 四眼: who judges, who reviews, who signs. */
const SIGNING = ['所在单位', '业务主管部门', '保密审查', '签发'];
const BOXES = '□是　□否';

/**
 * 保密审查审批表 of one panel, as it stands: what is to be shown, the nine points with who answered them on what, the consents, the way
 * it went, and the lines on which the paper is signed. Decisions on another text are not on it.
 */
export function reviewForm(panel: Panel): PrintedDocument {
  const { fields, title, edition, validTo, mark, steps } = panel;
  const prepared = steps.findLast(({ step }) => step === 'SUBMIT');
  const venues = panel.exhibitions.map((exhibition) => exhibition.title).join('、');
  return {
    title: '展示内容保密审查审批表',
    subtitle: panel.reviewNo,
    mark,
    blocks: [
      {
        kind: 'facts',
        rows: [
          { name: '单位', value: fields.zh.unitName },
          { name: '申请人', value: prepared?.actor ?? '' },
          { name: '申请日期', value: prepared ? chineseDate(localDateOf(new Date(prepared.at))) : '' },
          { name: '事项类别', value: '展览展示' },
          { name: '名称', value: title },
          { name: '发布渠道', value: venues },
          { name: '密级', value: levels.names[panel.level] },
          { name: '内容版本', value: words.panels.edition(edition) },
          { name: '审查状态', value: words.states[panel.state] },
          { name: '有效期至', value: validTo === null ? '' : chineseDate(validTo) },
        ].filter(({ value }) => value !== ''),
      },
      { kind: 'heading', level: 1, text: '一、展示内容' },
      ...contentBlocks(panel),
      { kind: 'heading', level: 1, text: '二、申请人声明' },
      {
        kind: 'table',
        head: ['事项', '答复'],
        widths: [0.74, 0.26],
        rows: DECLARED.map((question) => [question, BOXES]),
      },
      { kind: 'heading', level: 1, text: '三、审查结论' },
      ...STAGES.flatMap((stage) => stageBlocks(panel, stage)),
      { kind: 'heading', level: 1, text: '四、办理记录' },
      {
        kind: 'table',
        head: ['日期', '事项', '办理人', '说明'],
        widths: [0.18, 0.2, 0.22, 0.4],
        rows: steps.map(({ at, step, actor, remark }) => [
          localDateOf(new Date(at)),
          words.steps.names[step],
          actor,
          remark,
        ]),
      },
      { kind: 'heading', level: 1, text: '五、签署' },
      {
        kind: 'table',
        head: ['环节', '意见和签名（盖章）', '日期'],
        widths: [0.26, 0.5, 0.24],
        rows: SIGNING.map((who) => [who, '\n\n', '年　月　日']),
      },
    ],
  };
}

function contentBlocks({ fields, pictures, contentHash }: Panel): DocumentBlock[] {
  const { zh, rights } = fields;
  const texts: [string, string][] = [
    ['亮点', zh.highlight],
    ['简介', zh.summary],
    ['关键指标', zh.indicators.join('；')],
    ['应用场景', zh.scenario],
    ['市场前景', zh.market],
    ['知识产权', rights.join('；')],
    ['联系方式', zh.contact],
    ['图片视频', pictures.map(({ cited, caption }) => caption || cited.recordTitle || '').join('；')],
  ];
  return [
    {
      kind: 'facts',
      rows: [
        ...texts.filter(([, text]) => text !== '').map(([name, value]) => ({ name, value })),
        // What was signed is what has this hash: another text or picture has another.
        { name: '内容校验值', value: (contentHash.match(/.{1,8}/g) ?? []).join(' ') },
      ],
    },
  ];
}

function stageBlocks(panel: Panel, stage: ReviewState): DocumentBlock[] {
  const consents = POINTS_OF[stage].flatMap((point) => decisionOn(panel, point)?.consents ?? []);
  return [
    { kind: 'heading', level: 2, text: words.gate.stageOf[stage] },
    {
      kind: 'table',
      head: ['事项', '结论', '审查人', '日期', '依据'],
      widths: [0.24, 0.13, 0.15, 0.18, 0.3],
      rows: POINTS_OF[stage].map((point) => pointRow(panel, point)),
    },
    ...consents.map(
      ({ holder, cited }): DocumentBlock => ({
        kind: 'paragraph',
        text: `书面同意：${holder}（${[cited.refCode, cited.recordTitle, cited.fileName].filter(Boolean).join('，')}）`,
      }),
    ),
  ];
}

function pointRow(panel: Panel, point: GatePoint): string[] {
  const { name } = words.gate.points[point];
  const decision = decisionOn(panel, point);
  if (!decision) return [name, words.gate.statuses.OPEN, '', '', ''];
  const { finding, reviewer, decidedOn, evidence, cited } = decision;
  const paper = cited ? [cited.refCode, cited.recordTitle].filter(Boolean).join('，') : '';
  const status = panel.points.find((each) => each.point === point)?.status;
  const found = status === 'CONTRADICTED' ? words.gate.statuses.CONTRADICTED : words.gate.findings[finding];
  return [name, found, reviewer, decidedOn, paper === '' ? evidence : `${evidence}（${paper}）`];
}

/** The last decision on a point, where it was made on the present content. */
function decisionOn({ decisions }: Panel, point: GatePoint): Panel['decisions'][number] | null {
  const last = decisions.findLast((each) => each.point === point);
  return last === undefined || last.isVoid ? null : last;
}
