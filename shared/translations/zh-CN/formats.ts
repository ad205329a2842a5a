/** Punctuation and number forms that differ between the languages. */
export const formats = {
  locale: 'zh-CN',
  colon: '：',
  aside: (text: string) => `（${text}）`,
  separator: ' · ',
  list: '、',
  row: (row: number) => `第 ${row} 行`,
  justNow: '刚刚',
  minutesAgo: (count: number) => `${count} 分钟前`,
  hoursAgo: (count: number) => `${count} 小时前`,
  yesterday: '昨天',
  files: (count: number) => `${count} 个文件`,
  items: (count: number) => `${count} 项`,
  of: (done: string, total: string) => `${done} / ${total}`,
};
