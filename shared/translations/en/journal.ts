import type { journal as zh } from '../zh-CN/journal.ts';

export const journal: typeof zh = {
  title: 'Journal',
};
