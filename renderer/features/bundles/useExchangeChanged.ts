import { queryClient } from '../../queryClient.ts';

const NOUNS = ['bundles', 'contacts', 'agreements', 'records', 'people', 'members', 'projects'] as const;

/** After a deed of exchange: what it may have changed is read again. */
export function useExchangeChanged(): () => void {
  return () => {
    for (const noun of NOUNS) void queryClient.invalidateQueries({ queryKey: [[noun]] });
  };
}
