import type { RuleParams, RuleText } from '../../catalogue.ts';
import { levels } from '../levels.ts';
import { showcase } from '../showcase.ts';

/** Panels, exhibitions, packs and their leak test. */
export const showcaseRules = {
  DAY_NOT_YET: '日期晚于今天。',
  FINDING_NOT_FOR_POINT: '此项不能作这一结论，请从列表中选择。',
  POINT_NOT_UNDER_REVIEW: '此项不在当前审查环节，请到相应环节再填写。',
  PAPER_REQUIRED: '此结论须引用档案中的书面材料。',
  CONSENT_REQUIRED: '每一位权利人或本人的书面同意都须引用档案中的文件。',
  CONSENT_OF_OWNER_MISSING: ({ owner }) => `权利人“${owner}”还没有书面同意。`,
  OUTCOME_IS_PUBLIC: '此成果是公开的，不需要脱密。',
  REDACTION_MEANS_REQUIRED: '请选择采取了哪些脱密处理。',
  PANEL_WAS_REVIEWED: '已提交过审查的展板不能移除，请撤下：审查记录须保留。',
  EXHIBITION_WAS_EXPORTED: '已导出过展览包的展览不能移除。',
  STEP_NOT_FROM_STATE: '当前状态不能这样处理，请刷新后再试。',
  POINT_OPEN: ({ point }) => `“${pointName(point)}”还没有结论。`,
  POINT_FAILED: ({ point }) => `“${pointName(point)}”不通过，请退回修改。`,
  POINT_VOID: ({ point }) => `“${pointName(point)}”的结论已因内容修改而作废，须重新审查。`,
  POINT_CONTRADICTED: ({ point, why }) => `“${pointName(point)}”与事实不符：${factAgainst(why)}`,
  APPROVAL_VOID: '批准之后内容改过，须重新审查。',
  APPROVAL_EXPIRED: ({ date }) => `审查有效期已于 ${date} 届满，须重新审查。`,
  VALID_TO_REQUIRED: '请填写审查结论的有效期。',
  VALID_TO_PAST: '有效期不能早于今天。',
  APPROVER_PREPARED_IT: '签发人不能是承办人本人。',
  SECRECY_REVIEWER_IS_AUTHOR: '保密审查人不能是声明内容真实的人，须由另一人审查。',
  CODE_TEXT_ONLY: '二维码只写文字，不写网址：展台没有网络。',
  NOT_A_PICTURE_OR_FILM: '只能引用图片或视频。',
  TARGET_REQUIRED: '面向指定单位的展览须选择单位。',
  PANEL_TWICE: '同一展板在一个展览中只能出现一次。',
  NOTICE_NOT_SIGNED: '已引用保密告知书，请勾选“已签保密告知”。',
  PANEL_NOT_IN_EXHIBITION: '所选展板不在此展览中。',
  PANEL_NOT_PUBLISHED: ({ title }) => `“${title}”还没有发布。`,
  PANEL_NOT_SHOWABLE: ({ title, why, point, fact }) => `“${title}”不能展出：${whyNot(why, point, fact)}`,
  PANEL_NOT_YET: ({ title, date }) => `“${title}”自 ${date} 起才可展示。`,
  PANEL_NO_MORE: ({ title, date }) => `“${title}”的展示期限已于 ${date} 届满。`,
  EXHIBITION_NOT_PUBLIC: '展览本身的密级不是公开。请先变更密级。',
  EXHIBITION_EMPTY: '展览中没有展板。',
  EXHIBITION_OVER: ({ date }) => `展览已于 ${date} 结束。`,
  PANELS_HIDDEN: ({ count }) => `有 ${count} 块展板已移除或不在已打开的密级内，请移出栏目。`,
  EXPIRES_TOO_LATE: ({ date }) => `有效期最晚为 ${date}。`,
  BOOTH_PAGE_MISSING: '程序中缺少展台页面，请重新安装。',
  EXHIBITION_CHANGED: '制作展览包期间，展览或其中的展板有改动。请核对后重新导出。',
  PACK_NOT_MADE: '没有制成展览包，也没有留下任何文件。',
  PACK_FOLDER_TAKEN: ({ name }) => `该位置已有名为 ${name} 的文件夹，没有覆盖。`,
  PICTURE_GONE: ({ title }) => `“${title}”的图片已不在档案中。`,
  PICTURE_UNREADABLE: ({ title }) => `“${title}”有一张图片无法读取，请更换。`,
  PICTURE_OVER_LIMIT: ({ title }) => `“${title}”有一张图片过大，请更换。`,
  FILM_CANNOT_BE_CLEANED: ({ title }) => `“${title}”的视频无法清除附带信息，请转换为普通 MP4 后更换。`,
  LEAK_TEXT: ({ text, title, level, panel }) =>
    `${placeOf(panel)}与“${title}”（${levelName(level)}）相同的文字：“${text}”。请改写，或先办理解密。`,
  LEAK_NAME: ({ name, title, level }) => `出现了“${title}”（${levelName(level)}）的名称：“${name}”。`,
  LEAK_REF_CODE: ({ code }) => `出现了公开以上档案的档号 ${code}。`,
  LEAK_FILE_HASH: '与公开以上的文件内容相同。',
  LEAK_PERSON: ({ what, panel }) => `${placeOf(panel)}人员姓名“${what}”，而此处没有本人同意。`,
  LEAK_PERSONAL: ({ what, panel }) => `${placeOf(panel)}个人信息 ${what}。`,
  LEAK_METADATA: '文件中仍有附带信息。',
  LEAK_LOCATION: '文件中有拍摄位置。',
  LEAK_FILE_NAME: '文件名不是编号。',
  LEAK_PAGE_CHANGED: '展台页面与程序中的不一致。',
  LEAK_REPORT_CHANGED: '检测报告与写入的不一致。',
  LEAK_SUMS_CHANGED: '校验清单与检测过的文件不一致。',
  LEAK_FILE_CHANGED: '检测之后文件又有变化。',
  LEAK_UNREADABLE: '文件无法读回。',
} satisfies Record<string, RuleText>;

type Param = RuleParams[string] | undefined;

function pointName(point: Param): string {
  return namedIn(showcase.gate.points, point)?.name ?? '';
}

function levelName(level: Param): string {
  return namedIn(levels.names, level) ?? '';
}

/** 0: not within a panel. */
function placeOf(panel: Param): string {
  return panel === 0 || panel === undefined ? '展览包中有' : `第 ${panel} 块展板有`;
}

function whyNot(why: Param, point: Param, fact: Param): string {
  if (why === 'APPROVAL_VOID') return showcaseRules.APPROVAL_VOID;
  if (why === 'APPROVAL_EXPIRED') return '审查有效期已届满。';
  return `“${pointName(point)}”不再成立。${factAgainst(fact)}`;
}

function factAgainst(fact: Param): string {
  return namedIn(showcase.gate.whyContradicted, fact) ?? '';
}

function namedIn<Value>(names: Readonly<Record<string, Value>>, name: Param): Value | undefined {
  return typeof name === 'string' && Object.hasOwn(names, name) ? names[name] : undefined;
}
