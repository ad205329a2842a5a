import { ORPCError } from '@orpc/client';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';

/**
 * What was read stays fresh until the service says its noun changed (changes.ts); nothing is read again only because
 * a window got the focus. Answers with a code are final; only a missing answer is tried again.
 */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeLock }),
  mutationCache: new MutationCache({ onError: noticeLock }),
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      networkMode: 'always',
      retry: (failures, error) => !(error instanceof ORPCError && error.status < 500) && failures < 3,
      retryDelay: (failures) => Math.min(250 * 2 ** failures, 4000),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** Locked from elsewhere, or taken over by another page: the status says so, and the lock page is shown. */
function noticeLock(error: unknown): void {
  if (error instanceof ORPCError && error.code === 'LOCKED') {
    void queryClient.invalidateQueries({ queryKey: [['vault', 'status']] });
  }
}
