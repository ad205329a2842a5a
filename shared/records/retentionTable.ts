import type { Category } from './category.ts';
import type { Retention } from './retention.ts';

/** Where a row comes from: a research institution's table, enterprise lists under 档案局令10号, 会计档案管理办法 (2015), law, or our proposal. */
export type RetentionSource =
  | 'RESEARCH_TABLE'
  | 'ENTERPRISE_LISTS'
  | 'ACCOUNTING_MEASURES'
  | 'LAW'
  | 'PROPOSAL';

/**
 * One line of the retention table. Several terms are a choice; none means that the term is no 永久/30年/10年:
 * 固定资产卡片 are kept five years after the thing is scrapped.
 */
export type RetentionRule = {
  id: string;
  category: Category;
  terms: readonly Retention[];
  source: RetentionSource;
};

export const RETENTION_TABLE: readonly RetentionRule[] = [
  // 成果资料
  permanent('RESEARCH_REPORT', 'KJ'), // 研究/研制报告
  permanent('PAPER_MONOGRAPH', 'KJ'), // 论文专著
  permanent('PROCESS_KNOW_HOW_REPORT', 'KJ'), // 工艺与技术诀窍报告
  permanent('EXPERT_APPRAISAL', 'KJ'), // 专家评审鉴定材料
  permanent('OUTCOME_REGISTRATION', 'KJ'), // 成果登记/申报表
  permanent('AWARD', 'KJ'), // 获奖材料
  permanent('PATENT', 'KJ'), // 专利申请书及证书
  permanent('APPLICATION_OPINION', 'KJ'), // 推广应用意见
  // 技术文件
  permanent('PROPOSAL_AND_ARGUMENT', 'KJ'), // 开题/论证
  permanent('TASK_CONTRACT', 'KJ'), // 任务书/合同/协议
  permanent('RESEARCH_PLAN', 'KJ'), // 研究计划
  permanent('RAW_RECORD', 'KJ'), // 原始记录
  permanent('DATA_PROCESSING', 'KJ'), // 数据处理材料
  permanent('DESIGN_DRAWING', 'KJ'), // 设计文字图纸
  permanent('PROJECT_PHOTO_AUDIO_VIDEO', 'KJ'), // 照片音像
  permanent('STAGE_SUMMARY', 'KJ'), // 阶段小结
  permanent('SPECIMEN_LIST', 'KJ'), // 样品标本目录
  limited('PLAN_EXECUTION_REPORT', 'KJ', ['D30', 'D10'], 'RESEARCH_TABLE'), // 计划执行情况/调整/撤销报告
  limited('APPLICATION_FEEDBACK', 'KJ', ['D30', 'D10'], 'RESEARCH_TABLE'), // 应用反馈与宣传报道
  permanent('TECHNOLOGY_TRANSFER_CONTRACT', 'KJ', 'ENTERPRISE_LISTS'), // 技术转让合同
  permanent('PRODUCTION_APPROVAL', 'KJ', 'ENTERPRISE_LISTS'), // 生产定型鉴定
  permanent('PILOT_PRODUCTION', 'KJ', 'ENTERPRISE_LISTS'), // 扩大试生产文件
  // 财务
  permanent('ANNUAL_ACCOUNTS', 'KU', 'ACCOUNTING_MEASURES'), // 年度财务报告(决算)
  permanent('ACCOUNTING_RETENTION_LIST', 'KU', 'ACCOUNTING_MEASURES'), // 会计档案保管/销毁清册
  permanent('ACCOUNTING_APPRAISAL', 'KU', 'ACCOUNTING_MEASURES'), // 鉴定意见书
  limited('VOUCHER', 'KU', ['D30'], 'ACCOUNTING_MEASURES'), // 会计凭证
  limited('LEDGER', 'KU', ['D30'], 'ACCOUNTING_MEASURES'), // 会计账簿(总账、明细、日记账)
  limited('ACCOUNTING_HANDOVER_LIST', 'KU', ['D30'], 'ACCOUNTING_MEASURES'), // 会计档案移交清册
  limited('PERIODIC_REPORT', 'KU', ['D10'], 'ACCOUNTING_MEASURES'), // 月/季/半年报
  limited('BALANCE_RECONCILIATION', 'KU', ['D10'], 'ACCOUNTING_MEASURES'), // 余额调节表
  limited('BANK_STATEMENT', 'KU', ['D10'], 'ACCOUNTING_MEASURES'), // 银行对账单
  limited('TAX_RETURN', 'KU', ['D10'], 'ACCOUNTING_MEASURES'), // 纳税申报表
  limited('FIXED_ASSET_CARD', 'KU', [], 'ACCOUNTING_MEASURES'), // 固定资产卡片
  // 文书
  permanent('COUNCIL_MINUTES', 'WS', 'PROPOSAL'), // 理事会会议纪要与决议
  permanent('CHARTER', 'WS', 'PROPOSAL'), // 章程
  permanent('MEMBERSHIP_DECISION', 'WS', 'PROPOSAL'), // 入盟/除名决定
  permanent('IMPORTANT_AGREEMENT', 'WS', 'PROPOSAL'), // 重要合同协议
  limited('PROJECT_MINUTES', 'WS', ['D30'], 'PROPOSAL'), // 项目会议纪要
  limited('ANNUAL_REVIEW', 'WS', ['D30'], 'PROPOSAL'), // 年度评审
  limited('TRAINING', 'WS', ['D30'], 'PROPOSAL'), // 培训
  limited('ORDINARY_CONTRACT', 'WS', ['D10'], 'PROPOSAL'), // 一般合同
  limited('ORDINARY_CORRESPONDENCE', 'WS', ['D10'], 'PROPOSAL'), // 一般往来
  limited('ORDINARY_NOTICE', 'WS', ['D10'], 'PROPOSAL'), // 一般通知
  // 照片录音录像: as the activity they document
  limited('PHOTO', 'ZP', ['Y', 'D30', 'D10'], 'PROPOSAL'),
  limited('AUDIO', 'LY', ['Y', 'D30', 'D10'], 'PROPOSAL'),
  limited('VIDEO', 'LX', ['Y', 'D30', 'D10'], 'PROPOSAL'),
  // 保密/个人信息台账: the law asks for three years at least
  limited('CONFIDENTIALITY_LEDGER', 'WS', ['D10'], 'LAW'),
];

/** The rows for a category, in the order of the table. */
export function retentionRulesFor(category: Category): RetentionRule[] {
  return RETENTION_TABLE.filter((rule) => rule.category === category);
}

function permanent(
  id: string,
  category: Category,
  source: RetentionSource = 'RESEARCH_TABLE',
): RetentionRule {
  return { id, category, terms: ['Y'], source };
}

function limited(
  id: string,
  category: Category,
  terms: readonly Retention[],
  source: RetentionSource,
): RetentionRule {
  return { id, category, terms, source };
}
