import type { Page } from '@playwright/test';
import type { Level, Tier } from '#shared/confidentiality/levels.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import type { RecordDetail } from '#shared/records/contract.ts';
import type { RecordFields } from '#shared/records/recordFields.ts';
import { expect } from './door.ts';
import { type ServiceClient, serviceOf } from './service.ts';

export const PASSPHRASE = '门前两棵枣树 与 一条河';
export const COLLEAGUE = { name: '档案员小林', passphrase: '石榴树下的一张旧书桌' };
export const DEPUTY = { name: '副总协调人', passphrase: '钟楼在雨里敲了第三遍' };

export type OpenVault = { service: ServiceClient; name: string };

/** A vault that is open in the page's session, for stories that are not about making one. */
export async function openVault(page: Page, name = '东海肿瘤产学研转化联合体'): Promise<OpenVault> {
  const service = await serviceOf(page);
  const { here } = await service.places.list({ at: null, endings: [] });
  await service.vault.create({
    name,
    coordinator: '王雅琴',
    passphrase: PASSPHRASE,
    place: here.token,
    folderName: 'vault',
  });
  await page.goto(new URL('/archive', page.url()).href);
  await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible();
  return { service, name };
}

export async function addUser(
  service: ServiceClient,
  user: { name: string; passphrase: string },
  clearance: Tier,
): Promise<string> {
  const { id } = await service.vault.addUser({ ...user, clearance });
  return id;
}

export async function addRecord(
  service: ServiceClient,
  title: string,
  level: Level,
  fields: Partial<RecordFields> = {},
): Promise<RecordDetail> {
  const isSecret = level === 'TRADE_SECRET' || level === 'CORE_TRADE_SECRET';
  return service.records.create({
    level,
    term: defaultTerm(level),
    basis: isSecret ? '《合作协议》第七条' : '',
    personalInfo: false,
    fields: { ...fields, title },
  });
}
