import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractRouterClient } from '@orpc/contract';
import type { Page } from '@playwright/test';
import type { contract } from '#shared/contract.ts';

export type ServiceClient = ContractRouterClient<typeof contract>;

/**
 * The service behind a page, in the page's own session: what a story is not about is prepared through the contract.
 * @param heard is told every answer as it came over the wire, refusals included, without the ids it was asked about
 */
export async function serviceOf(
  page: Page,
  heard: (answer: string) => void = () => {},
): Promise<ServiceClient> {
  const session = await sessionKeyOf(page);
  return createORPCClient(
    new RPCLink({
      url: () => new URL('/rpc', page.url()),
      fetch: async (request) => {
        request.headers.set('x-mengbu-session', session);
        const asked = await request.clone().text();
        const answer = await fetch(request);
        // A stream of events has no end to wait for.
        if (!answer.headers.get('content-type')?.includes('event-stream'))
          heard(withoutAsked(await answer.clone().text(), asked));
        return answer;
      },
    }),
  );
}

/** Who names an id learns nothing from hearing it again; what is said of it stays. */
function withoutAsked(answer: string, asked: string): string {
  const ids = asked.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
  return [...new Set(ids)].reduce((text, id) => text.replaceAll(id, ''), answer);
}

/** The page exchanges its start token for the key before its first call; until then there is none. */
async function sessionKeyOf(page: Page): Promise<string> {
  const key = await page.waitForFunction(() => sessionStorage.getItem('mengbu.session'));
  const value = await key.jsonValue();
  if (value === null) throw new Error('the page has no session');
  return value;
}
