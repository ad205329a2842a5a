export const people = {
  title: '人员',
};
