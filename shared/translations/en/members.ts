import type { members as zh } from '../zh-CN/members.ts';

export const members: typeof zh = {
  title: 'Units',
};
