/** Lists as workbooks: export, and what an import of one says. */
export const sheets = {
  exportList: '导出为 Excel',
  title: (list: string) => `导出${list}`,
  verb: '导出',
  counting: '正在统计…',
  rows: (count: string) => `共 ${count} 行，与页面上的筛选一致。`,
  levelRow: (level: string, count: string) => `${level} ${count} 行`,
  marked: (mark: string) => `整份表格的标志为“${mark}”，印在首行和每一页的页眉。`,
  leaves: '表格以明文写到您选的位置，离开簿库后不再受密级保护。导出会记入日志。',
  nothing: '没有可以导出的内容。',
  done: (name: string) => `已导出“${name}”。`,
  heading: (body: string, list: string, day: string, rows: number) =>
    `${body} ${list}（${day} 导出，共 ${rows} 行）`,
  mark: '密级标志',
  unfinished: '未结',
  /** The open 议定事项 of all meetings as one list. */
  actions: '未结的议定事项',
  exportActions: '导出未结事项',
  exportPanels: '导出成熟度评价',
  contacts: { unit: '单位', fingerprint: '指纹', verified: '核实时间', sent: '发出', received: '收到' },
};
