import type { Id } from '#shared/ids.ts';
import type { MadePack } from '#shared/showcase/exportContract.ts';
import type { OpenVault } from '../vault/session.ts';

/** Exports under way in one open vault; forgotten with it. */
export type PackDesk = { readonly exports: Map<Id, Promise<MadePack>>; readonly stopping: AbortController };

const desks = new WeakMap<OpenVault, PackDesk>();

export function packDeskOf(vault: OpenVault): PackDesk {
  const desk = desks.get(vault) ?? { exports: new Map(), stopping: new AbortController() };
  desks.set(vault, desk);
  return desk;
}

/** Before the vault is closed: what is under way stops and leaves nothing behind. */
export async function stopPacks(vault: OpenVault): Promise<void> {
  const desk = desks.get(vault);
  if (!desk) return;
  desk.stopping.abort();
  await Promise.allSettled(desk.exports.values());
}
