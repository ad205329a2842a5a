import { asc, eq, isNull, sql } from 'drizzle-orm';
import type { Tier } from '#shared/confidentiality/levels.ts';
import type { Id } from '#shared/ids.ts';
import { type VaultSettings, vaultSettingsSchema } from '#shared/vault/contract.ts';
import type { TierFile } from '../open.ts';
import { prepared, preparedQuery } from '../prepared.ts';
import type { WriteTx } from '../write.ts';
import { type TierKeyRow, tierKey, tierMember, tierPublic, type UserRow, user } from './schema.ts';

export function readMeta(tier: TierFile, key: string): string | null {
  return (
    (prepared(tier, 'select value from meta where key = ?').pluck().get(key) as string | undefined) ?? null
  );
}

export function setMeta(tx: WriteTx, key: string, value: string): void {
  prepared(
    tx.tier,
    'insert into meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
  ).run(key, value);
}

/** A note of the program itself, outside the journal: nothing about the joint body. */
export function noteMeta(tier: TierFile, key: string, value: string): void {
  prepared(
    tier,
    'insert into meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
  ).run(key, value);
}

const settingsRead = new WeakMap<TierFile, { text: string; settings: VaultSettings }>();

/** Asked for every row of a list, whose mark they style: what is stored is parsed only where it is another than before. */
export function readSettings(register: TierFile): VaultSettings {
  const text = readMeta(register, 'settings') ?? '{}';
  const known = settingsRead.get(register);
  if (known?.text === text) return known.settings;
  const settings = vaultSettingsSchema.parse(JSON.parse(text));
  settingsRead.set(register, { text, settings });
  return settings;
}

/** Users still there, in the order they came. */
export function readUsers(register: TierFile): UserRow[] {
  return register.orm
    .select()
    .from(user)
    .where(isNull(user.removedAt))
    .orderBy(asc(user.createdAt), asc(user.id))
    .all();
}

const userById = preparedQuery((orm) =>
  orm
    .select()
    .from(user)
    .where(eq(user.id, sql.placeholder('id')))
    .prepare(),
);

export function readUser(register: TierFile, id: Id): UserRow | null {
  return userById(register).get({ id }) ?? null;
}

export function insertUser(tx: WriteTx, row: Omit<UserRow, 'createdAt' | 'removedAt'>): void {
  tx.tier.orm
    .insert(user)
    .values({ ...row, createdAt: tx.at })
    .run();
}

export type TierMember = { userId: Id; recipient: string };

/** To whom this tier's key is sealed. Read from the tier itself: sealing never trusts a lower one. */
export function readMembers(tier: TierFile): TierMember[] {
  return tier.orm
    .select({ userId: tierMember.userId, recipient: tierMember.recipient })
    .from(tierMember)
    .all();
}

export function setMember(tx: WriteTx, member: TierMember): void {
  tx.tier.orm
    .insert(tierMember)
    .values({ ...member, since: tx.at })
    .onConflictDoUpdate({ target: tierMember.userId, set: { recipient: member.recipient, since: tx.at } })
    .run();
}

export function insertTierKey(tx: WriteTx, key: Omit<TierKeyRow, 'id' | 'createdAt' | 'retiredAt'>): void {
  tx.tier.orm
    .insert(tierKey)
    .values({ ...key, createdAt: tx.at })
    .run();
}

/** The pair in use; older ones stay for reading. */
export function readTierKey(tier: TierFile): TierKeyRow {
  const row = tier.orm.select().from(tierKey).where(isNull(tierKey.retiredAt)).get();
  if (!row) throw new Error(`${tier.tier} has no keys of its own`);
  return row;
}

export function setTierPublic(
  tx: WriteTx,
  tier: Tier,
  publics: { ageRecipient: string; signingPublic: Buffer },
): void {
  tx.tier.orm
    .insert(tierPublic)
    .values({ tier, ...publics })
    .onConflictDoUpdate({ target: tierPublic.tier, set: publics })
    .run();
}

export function readTierPublic(
  register: TierFile,
  tier: Tier,
): { ageRecipient: string; signingPublic: Buffer } | null {
  return register.orm.select().from(tierPublic).where(eq(tierPublic.tier, tier)).get() ?? null;
}
