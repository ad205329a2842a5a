export const members = {
  title: '单位',
};
