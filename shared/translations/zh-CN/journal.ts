export const journal = {
  title: '日志',
};
