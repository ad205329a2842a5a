import type { confidentiality as zh } from '../zh-CN/confidentiality.ts';

export const confidentiality: typeof zh = {
  title: 'Confidentiality',
};
