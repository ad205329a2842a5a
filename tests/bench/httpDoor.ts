import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import { supervise } from '#electron/loopback/supervisor.ts';
import type { Contract } from '#shared/contract.ts';

export type HttpDoor = { client: ContractRouterClient<Contract>; close(): Promise<void> };

/** The browser door on the vault in this folder, which must be closed: another process of its own, asked over HTTP. */
export async function openHttpDoor(folder: string): Promise<HttpDoor> {
  const staticFolder = join(folder, 'static');
  mkdirSync(staticFolder, { recursive: true });
  const supervisor = await supervise({ home: join(folder, 'home'), staticFolder, port: 0 });
  const origin = `http://127.0.0.1:${supervisor.port}`;
  const token = new URL(await supervisor.freshAddress()).hash.replace('#start=', '');
  const answer = await fetch(`${origin}/session`, { method: 'POST', headers: { origin }, body: token });
  const { key } = (await answer.json()) as { key: string };
  const link = new RPCLink({ url: `${origin}/rpc`, headers: { origin, 'x-mengbu-session': key } });
  return { client: createORPCClient(link), close: () => supervisor.close() };
}
