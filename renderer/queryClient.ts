import { ORPCError } from '@orpc/client';
import { QueryClient } from '@tanstack/react-query';

/**
 * What was read stays fresh until the service says its noun changed (changes.ts); nothing is read again only because
 * a window got the focus. Answers with a code are final; only a missing answer is tried again.
 */
export const queryClient = new QueryClient({
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
