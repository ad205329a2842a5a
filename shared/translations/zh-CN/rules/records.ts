import type { RuleParams, RuleText } from '../../catalogue.ts';

/** What to do about a place the system does not open, by the system's code. */
function unreadable(code: RuleParams[string] | undefined): string {
  if (code === 'EACCES' || code === 'EPERM') return '请检查读取权限后重试。';
  if (code === 'EIO') return '读取时出错，介质可能已损坏。';
  if (code === 'ENAMETOOLONG') return '路径过长，请把它移到较浅的文件夹后重试。';
  return `系统给出的原因：${code ?? ''}。`;
}

/** Records, their imports and files, evidence. */
export const recordsRules = {
  // Saving a file from the vault
  SAVE_NO_ROOM: '所选位置空间不足，没有写出文件。请腾出空间或换一个位置。',
  SAVE_NOT_WRITABLE: '无法写入所选位置。请检查权限，或换一个位置。',
  SAVE_INTERRUPTED: '读取簿库时中断，没有写出文件。请重试；若仍不行，请运行“检查簿库”。',
  SAVE_ADDRESS_GONE: '此文件的地址已失效。请重新打开这一页后再保存。',

  // Records
  EMPTY: '不能为空。',
  TOO_MANY: ({ max }) => (max === undefined ? '数量太多。' : `数量太多，最多 ${max} 个。`),
  CONTROL_CHARACTER: '含有不可见的控制字符，请删去后重新输入。',
  NOT_UNICODE: '含有无法识别的字符，请重新输入。',
  DATE_UNREADABLE: '无法识别此日期，请写成 2026-11-20、2026年11月20日，或只写年、年月。',
  DATE_NOT_REAL: '没有这一天，请核对日期。',
  DATE_TOO_LATE: '日期太晚，请核对年份。',
  DATE_IN_FUTURE: '日期晚于今天，还没有发生，不能登记。',
  YEAR_NOT_WHOLE: '年度须为四位数字。',
  YEAR_TOO_EARLY: '年度太早，请核对。',
  YEAR_TOO_LATE: '年度太晚，请核对。',
  YEAR_IN_FUTURE: '年度晚于今年，请核对。',
  CATEGORY_UNKNOWN: '没有这个门类，请从列表中选择。',
  RETENTION_UNKNOWN: '没有这种保管期限，请选永久、30 年或 10 年。',
  ORIGINAL_FORM_UNKNOWN: '没有这种原件形态，请从列表中选择。',
  LANGUAGE_UNKNOWN: '没有这个语种，请从列表中选择。',
  CODE_INVALID: '代码只能用大写字母和数字，最多 4 位。',
  CODE_ENDS_IN_TIER_MARK: '代码不能以 PM 或 HM 结尾：这是密级系列的标记。',
  DEPARTMENT_INVALID: '机构（问题）只能用汉字、字母和数字，最多 30 个字。',
  DEPARTMENT_ENDS_IN_TIER_MARK: '机构（问题）不能以 PM 或 HM 结尾：这是密级系列的标记。',
  ALREADY_ARCHIVED: '已经归档，档号不再变动。',
  REF_CODE_INVALID: ({ code }) => `档号 ${code} 不合规范，请检查门类、年度和机构。`,
  REF_CODE_TAKEN: ({ code }) => `档号 ${code} 已被使用，档号不能重复。`,
  NO_FILE_AND_NO_ORIGINAL: '既没有文件，也没有写明原件存放位置。添加文件或填写原件位置后再归档。',
  HASH_MISSING: '文件没有校验值，请重新添加这个文件。',
  ARCHIVED_FILES_STAY: '已归档的档案不能再移除文件。',
  FILES_NOT_THOSE_PRESENT: '文件列表已有变化，请查看最新内容后再整理。',
  CHANGED_SINCE: '此项已被他人改动，请查看最新内容后再改。',
  NOT_THERE: '已不存在，或不在已打开的密级内。',
  PRESENTING: '来宾模式下只能查看公开内容。请先结束来宾模式。',
  TIER_NOT_OPEN: '您没有这一密级的权限，不能在其中存入或变更。',
  LINK_TARGET_MISSING: '所选的项目或人物已不存在。',
  LINK_TARGET_MORE_CONFIDENTIAL: ({ title }) => `“${title}”的密级更高，不能从这里关联到它。`,
  LINK_LIES_ABOVE: ({ title }) =>
    `与“${title}”的关联随它存放在更高的密级里，不能从这里取消或替换。请先降低“${title}”的密级。`,
  UNDO_UNKNOWN: '找不到要撤销的改动。',
  UNDO_NOT_AN_EDIT: '决定不能撤销，只能再作一个新的决定。',
  UNDO_CHANGED_SINCE: '此后又有改动，不能再撤销。',
  UNDO_NAMES_RAISED: '撤销会写回与已提高密级的条目的关联，低密级中不得再出现它，因此不能撤销；请直接修改。',

  // Imports
  STATE_SECRET_MARK: '疑似国家秘密（出现绝密、机密、秘密标志），不得存入本系统。文件没有存入。',
  WORK_SECRET_MARK: '出现“工作秘密”标志，不得存入本系统。文件没有存入。',
  GENOMIC: '人类遗传资源信息（基因、基因组数据）不得存入本系统，只能登记批准或备案号等索引信息。',
  DICOM: '医学影像（DICOM）含可识别的患者信息，不得存入本系统。',
  SYSTEM_FILE: '系统自动生成的文件，不必收存。',
  VAULT_ITSELF: '这是簿库自己的文件，不能导入。',
  PLACE_UNKNOWN: '所选位置已失效，请重新选择。',
  PLACE_UNREACHABLE: '打不开所选位置，请检查它是否还在、是否有读取权限。',
  IMPORT_SOURCE_UNREACHABLE: '来源文件夹打不开（移动硬盘可能已拔出）。接好后点“继续导入”。',
  IMPORT_ENDED: '这次导入已经结束。',
  IMPORT_ENTRY_NOT_WANTED: '这个文件不在等待导入之列。',
  IMPORT_ENTRY_NOT_QUOTABLE: '这一项不能以声明放行。',
  IMPORT_RECORD_GONE: '要加入的档案已不存在。',
  IMPORT_RECORD_FULL: ({ max }) => `一件档案最多 ${max} 个文件，其余没有导入。请分成几件，或每个文件一件。`,
  IMPORT_FAULT: '导入中断，已完成的部分保留。请继续导入；若仍不行，请运行“检查簿库”。',
  IMPORT_UNDONE: '已随撤销导入一并移除。',
  STORE_FAILED: '写入簿库时出错，这一步没有完成。请运行“检查簿库”。',
  FILE_CHANGED_WHILE_READ: '读取时文件正被改动，没有导入。请等写完后重试。',
  FILE_GONE: '文件已不在原处，没有导入。',
  FOLDER_GONE: '文件夹已不在原处，其中的文件没有导入。',
  FILE_UNREADABLE: ({ code }) => `文件打不开，没有导入。${unreadable(code)}`,
  FOLDER_UNREADABLE: ({ code }) => `文件夹打不开，其中的文件没有导入。${unreadable(code)}`,
  FILE_NOT_TAKEN: '文件没有导入，请重试。',
  UPLOAD_INCOMPLETE: '文件没有传完，请重试。',
  UPLOAD_FAILED: '文件没有传到，请重试。',

  // Evidence
  CITED_RECORD_MISSING: '没有找到所引用的档案，请重新选择。',
  CITED_FILE_MISSING: ({ title }) => `“${title}”中没有所引用的文件，请重新选择。`,
  CITED_RECORD_MORE_CONFIDENTIAL: ({ title }) => `“${title}”的密级更高，不能在此引用。`,
} satisfies Record<string, RuleText>;
