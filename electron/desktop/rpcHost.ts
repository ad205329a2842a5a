import { RPCHandler } from '@orpc/server/message-port';
import type { MessagePortMain } from 'electron';
import type { ApiContext } from '../api/context.ts';
import { router } from '../api/router.ts';

/** Lets one page of the app speak the contract over a port that the main process handed to it, having checked who asked. */
export function serveContract(port: MessagePortMain, context: ApiContext): void {
  handler.upgrade(port, { context });
  port.start();
}

const handler = new RPCHandler<ApiContext>(router);
