/** Units and people from a table. */
export const tables = {
  import: '从表格导入',
  titles: { UNITS: '从表格导入单位', PEOPLE: '从表格导入人员' },
  lead: '先下载模板填写，也可以直接用已有的表格（.xlsx 或 .csv），列名相近即可。先预览，确认后才写入。',
  template: '下载模板',
  templateName: (list: string) => `${list}导入模板`,
  explained: '填写说明',
  explanation: [
    '带 * 的列必填，其余可以空着。列的顺序可以改，不用的列可以删去。',
    '有下拉列表的单元格请从列表中选择。',
    '人员的“所属单位”须与已登记的单位名称一致；请先导入单位，再导入人员。',
    '已经登记的单位（同名）和人员（同名同单位）不会重复导入。',
    '请勿填写身份证件号码，系统不需要。',
  ],
  choose: '选择表格…',
  chooseAnother: '换一份表格…',
  reading: '正在核对…',
  encoding: '文字编码',
  unknownColumns: (titles: string) => `这些列没有对应的项目，不会导入：${titles}`,
  statuses: { NEW: '将导入', EXISTS: '已登记', TWICE: '表内重复', BAD: '有问题' },
  count: (status: string, count: string) => `${status} ${count}`,
  all: '全部',
  columns: { row: '行', title: '名称', detail: '单位或角色', status: '结果', problems: '问题' },
  verb: (count: string) => `导入 ${count} 行`,
  nothing: '没有可以导入的行。',
  done: (count: string) => `已导入 ${count} 项。`,
  undone: (removed: number, kept: number) =>
    kept === 0
      ? `已撤销导入，移除 ${removed} 项。`
      : `已移除 ${removed} 项；${kept} 项后来有改动或被引用，保持现状。`,
};
