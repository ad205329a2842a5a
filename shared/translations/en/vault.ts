import type { vault as zh } from '../zh-CN/vault.ts';

export const vault: typeof zh = {
  title: 'Vault',
};
