import type { RuleText } from '../catalogue.ts';

/** Sentences for rule codes: what is wrong, why, and what to do. One line per code, by area. */
export const rules = {
  // Fields in general
  REQUIRED: '此项必填。',
  TOO_LONG: ({ max }) => `文字太长，最多 ${max} 个字。`,
  TOO_SHORT: ({ min }) => `文字太短，至少 ${min} 个字。`,
  NOT_A_DATE: '日期无效，请写成 2026-11-20 这样的形式。',
  END_BEFORE_START: '结束日期早于开始日期。',
  VERSION_CHANGED: '此项已被他人改动，请查看最新内容后再改。',

  // Levels and terms
  TERM_INVALID: '保密期限无效，请写成 5年、6个月、30日、长期或公布前。',
  TERM_YEARS_EXPECTED: '满一年的期限请以年为单位填写。',
  TERM_REQUIRED: '此密级须填写保密期限。',
  TERM_NOT_ALLOWED: '公开材料不设保密期限。',
  BASIS_REQUIRED: '定密须写明依据。',
  BASIS_CLAUSE_REQUIRED: '请写明依据的条款或文件。',
  REASON_REQUIRED: '请选择理由。',
  REASON_TEXT_REQUIRED: '请写明理由。',
  REASON_NOT_EXPIRED: '保密期限尚未届满，不能以期满为由。',
  APPROVER_REQUIRED: '此项变更须由另一名有相应权限的用户审核。',
  APPROVER_IS_PROPOSER: '审核人不能是提出人本人。',
  APPROVER_NOT_CLEARED: '所选审核人没有查看两个密级的权限。',
  ONLY_COORDINATOR_ALONE: '没有可审核的用户时，只有总协调人可以单独决定。',
  MARK_STATE_SECRET_SIGN: '标志中含有 ★：国家秘密不得存入本系统。',
  MARK_UNREADABLE: '无法识别此密级标志。',

  // Saving a file from the vault
  SAVE_NO_ROOM: '所选位置空间不足，没有写出文件。请腾出空间或换一个位置。',
  SAVE_NOT_WRITABLE: '无法写入所选位置。请检查权限，或换一个位置。',
  SAVE_INTERRUPTED: '读取簿库时中断，没有写出文件。请重试；若仍不行，请运行“检查簿库”。',
  SAVE_ADDRESS_GONE: '此文件的地址已失效。请重新打开这一页后再保存。',
} satisfies Record<string, RuleText>;
