import type { RuleText } from '../../catalogue.ts';

/** Workbooks and tables that come in. */
export const tablesRules = {
  SHEET_TOO_LARGE: ({ max }) => `表格文件太大，最大 ${max} MB。请分成几份，或删去其中的图片。`,
  SHEET_TOO_MANY_ROWS: ({ max }) => `表格行数太多，最多 ${max} 行。请分成几份，或删去末尾的空行。`,
  SHEET_TOO_MANY_COLUMNS: ({ max }) => `表格列数太多，最多 ${max} 列。请删去不用的列。`,
  SHEET_CELL_TOO_LONG: ({ max }) => `有单元格的文字太长，最多 ${max} 个字。`,
  SHEET_ENCRYPTED: '这份表格设了密码。请在 Excel 或 WPS 中去掉密码后再导入。',
  SHEET_OLD_FORMAT: '这是旧版 .xls 文件。请在 Excel 或 WPS 中另存为 .xlsx 后再导入。',
  SHEET_NOT_A_TABLE: '这不是表格文件。请选择 .xlsx 或 .csv。',
  SHEET_DAMAGED: '表格文件已损坏，读不出来。请重新保存或重新取得一份。',
  SHEET_HAS_ENTITIES: '表格中有实体声明，可能是恶意文件，没有读取。',
  SHEET_ENCODING_UNKNOWN: '认不出文字编码。请另存为 .xlsx，或存成 UTF-8 的 .csv。',
  SHEET_QUOTES_OPEN: ({ row }) => `第 ${row} 行的引号没有成对，无法分列。`,
  SHEET_EMPTY: '表格是空的。',
  TABLE_NO_HEADER: ({ columns }) => `没有找到表头：前 10 行中要有一行写明${columns}。`,
  TABLE_UNIT_UNKNOWN: ({ name }) => `没有登记单位“${name}”，请先登记或更正名称。`,
  TABLE_CHANGED: '表格或簿库在预览之后有变动，请重新预览。',
  LIST_TOO_LONG: ({ max }) => `一份表格最多 ${max} 行。请缩小筛选后再导出。`,
} satisfies Record<string, RuleText>;
