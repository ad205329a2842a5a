import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { Contract } from '#shared/contract.ts';
import { link } from './host/host.ts';

/** The service as plain typed calls, for what is no query: streams, and steps of a longer deed. */
export const client: ContractRouterClient<Contract> = createORPCClient(link);

/** The same as query and mutation options: `api.records.page.queryOptions({ input })`. */
export const api = createTanstackQueryUtils(client);
