export const vault = {
  title: '簿库',
};
