export const confidentiality = {
  title: '保密',
};
