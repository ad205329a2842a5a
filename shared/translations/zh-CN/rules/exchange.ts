import type { RuleParams, RuleText } from '../../catalogue.ts';
import { bagRules } from '../bagRules.ts';

type Value = RuleParams[string] | undefined;

function bagRule(rule: Value): string | null {
  const known: Readonly<Record<string, string>> = bagRules;
  return Object.hasOwn(known, String(rule)) ? (known[String(rule)] ?? null) : null;
}

/** What else a rule says: which field, line or target, or for a name why not. */
function detailed(sentence: string, detail: Value): string {
  const why = bagRule(detail);
  if (why !== null) return `${sentence}${why}`;
  return detail ? `${sentence.replace(/。$/, '')}（${detail}）。` : sentence;
}

/** Contacts, agreements and bundles. */
export const exchangeRules = {
  CARD_TOO_LONG: '文件太大，不是联系卡。',
  CARD_UNREADABLE: '这不是盟簿联系卡。',
  CARD_NEWER: '联系卡由更新版本的盟簿制作，请先更新程序。',
  CARD_FIELD: '联系卡的内容不合格式，请对方重新导出。',
  CARD_NOT_CANONICAL: '联系卡的内容被改写过，请对方重新导出。',
  CARD_KEY_TWICE: '联系卡中有重复的密钥，不予接受。',
  CARD_SIGNATURE: '联系卡的签名无效：内容不完整或被改动，请对方重新导出。',
  CARD_SIGNED_BY_OTHER: '联系卡不是由其自身密钥签署的，不予接受。',
  CARD_NAME_INVALID: '名称中含有不可见字符，请改写。',
  CARD_NOT_MADE: '还没有制作联系卡。',
  CARD_IS_OWN: '这是我们自己的联系卡。',
  CARD_KEYS_CHANGED: ({ unit }) => `${unit}的密钥与以前不同，请核对后再接受。`,
  CARD_NAME_KNOWN: ({ unit }) => `已有名为${unit}的联系人，密钥不同，请核对后再添加。`,
  FINGERPRINT_CHANGED: '密钥在核对期间已经变动，请重新核对。',
  CONTACT_NOT_THERE: '此联系人已不存在。',
  NOTHING_FOUND: '没有找到可以发出的内容。',
  NOTHING_MAY_GO: '按现行规定，所选内容都不能发出。',
  TOO_MANY_ITEMS: '一个资料包最多 10,000 项，请分几次发出。',
  SELECTION_CHANGED: '核对之后内容有变动，请重新核对。',
  SERIES_NOT_THERE: '没有找到所选的系列。',
  EXPIRY_PAST: '有效期早于今天。',
  PASSPHRASE_REQUIRED: '请设定口令。',
  PASSPHRASE_NOT_FOR_CARDS: '发给联系人的资料包由其密钥密封，不用口令。',
  FILE_NAME_INVALID: '文件名中有不能使用的字符。',
  JOB_CANCELLED: '已停止，没有留下任何文件。',
  UPLOAD_OUT_OF_ORDER: '文件传送中断，请重新拖入。',
  UPLOAD_NOT_COMPLETE: '文件还没有传完。',
  BUNDLE_CANNOT_DECRYPT: ({ needs, tried }) =>
    needs === 'passphrase'
      ? tried === 'passphrase'
        ? '口令不正确。'
        : '它用口令封存，请给出口令。'
      : tried === 'nothing'
        ? '它封存给一把密钥，请给出密钥文件。'
        : '现有的密钥打不开它：它是发给别人的，或属于您不能打开的密级。',
  BUNDLE_LEVEL_NOT_OPEN: '其中内容的密级高于已打开的密级，不予显示。',
  BUNDLE_DAMAGED: ({ rule }) => `${bagRule(rule) ?? '文件已损坏或不完整。'}请发件方重新发送。`,
  BUNDLE_NOT_A_BUNDLE: '这不是盟簿资料包。',
  BUNDLE_NEWER_VERSION: ({ needs }) => `由更新版本生成，需要支持格式“${needs}”的程序。`,
  BUNDLE_SIGNATURE_INVALID: ({ rule }) => bagRule(rule) ?? '签名无效。',
  BUNDLE_BAG_INVALID: ({ rule, detail, field }) =>
    detailed(bagRule(rule) ?? `不合格式（${rule}）。`, detail || field),
  BUNDLE_REFUSED_ENTRY: ({ rule }) => `为安全起见已拒绝：${bagRule(rule) ?? `不合规则（${rule}）。`}`,
  BUNDLE_PLAN_INVALID: ({ rule }) => `这样的内容不能放进资料包：${bagRule(rule) ?? `${rule}。`}`,
  BUNDLE_SOURCE_CHANGED: '文件内容与存入时不一致，没有制作。请运行“检查簿库”。',
  BUNDLE_KEY_INVALID: '密钥或口令不合格式。',
  BUNDLE_TARGET_EXISTS: '该位置已有同名文件，没有覆盖。',
  BUNDLE_TARGET_NOT_EMPTY: '文件夹不是空的。',
  BUNDLE_FILE_TOO_LARGE: '该磁盘的格式存不下这么大的文件（FAT32 每个文件不超过 4 GB）。',
  BUNDLE_DISK_FULL: '磁盘空间不足，没有留下任何文件。',
  BUNDLE_TARGET_UNUSABLE: '无法写入所选位置。',
  BUNDLE_NOT_MADE: '没有制成，也没有留下任何文件。',
  BUNDLE_NOT_IMPORTED: '没有导入，簿库未改动。',
  SIGNED_BELOW_LEVEL: '签名密钥的级别低于内容的密级，内容不予显示。',
  IMPORT_NOT_SIGNED: '没有有效的签名，不能导入。',
  IMPORT_NOT_WHOLE: '内容不完整或被改动，不能导入。',
  IMPORT_OWN_BUNDLE: '这是本簿库自己发出的资料包，无须导入。',
  IMPORT_SENDER_UNKNOWN: '发件方不在联系人中，或密钥不符，不能导入。请先取得并核对其联系卡。',
  IMPORT_FOR_SOMEBODY_ELSE: '不是发给我们的，不能导入。',
  IMPORT_RECALLED: '发件方已收回此资料包，不能导入。',
  IMPORT_OURS_NOT_THERE: '对方称这是我们的条目，但簿库中没有，或已移除。',
  IMPORT_OTHER_KIND: '与簿库中同一条目的种类不同。',
  IMPORT_ORIGIN_NOT_SENDER: ({ unit }) => `这是${unit}的条目，只有该方可以更新。`,
  IMPORT_TIER_NOT_OPEN: '此密级没有打开，请由有权限的用户导入。',
  IMPORT_TERM_INVALID: '密级与保密期限不相配。',
  IMPORT_TITLE_UNUSABLE: '题名过长或含有不能使用的字符。',
  IMPORT_OLDER_THAN_KNOWN: '比已收到的版本旧。',
  IMPORT_LEVEL_RAISED: '对方已提高密级。请先在本库提高此条目的密级，再导入。',
  IMPORT_CONFLICT_UNDECIDED: '双方都改过，请选择采用哪一方。',
} satisfies Record<string, RuleText>;
