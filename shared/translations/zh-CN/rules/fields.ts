import type { RuleText } from '../../catalogue.ts';

/** Fields and deeds of any area. */
export const fieldsRules = {
  // Fields in general
  REQUIRED: '此项必填。',
  TOO_LONG: ({ max }) => `文字太长，最多 ${max} 个字。`,
  TOO_SHORT: ({ min }) => `文字太短，至少 ${min} 个字。`,
  NOT_A_DATE: '日期无效，请写成 2026-11-20 这样的形式。',
  STILL_NAMED: ({ title, count }) =>
    Number(count) > 1 ? `“${title}”等 ${count} 项还提到它，不能移除。` : `“${title}”还提到它，不能移除。`,
  END_BEFORE_START: '结束日期早于开始日期。',
  VERSION_CHANGED: '此项已被他人改动，请查看最新内容后再改。',

  // Further fields and deeds
  FIELD_INVALID: '填写的内容不符合要求。',
  ENDS_BEFORE_START: '结束日期早于开始日期。',
  CURSOR_UNKNOWN: '列表已有变化，请从头再看。',
  DISK_FULL: '磁盘空间不足，这一步没有完成。腾出空间后再试。',
  NOT_A_FILE: '不是普通文件，没有导入。',
  SYMBOLIC_LINK: '这是一个快捷链接，没有跟随。请导入它指向的文件。',
} satisfies Record<string, RuleText>;
