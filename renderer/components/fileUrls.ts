import { useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { host } from '../host/host.ts';

/** How long an address is used before a fresh one is asked for; it is good for longer. */
const FRESH_MS = 10 * 60_000;

type Variant = 'original' | 'thumbnail' | 'preview' | 'download';

/** Where the bytes of a file can be loaded from; asked for only while `wanted`. */
export function useFileUrl(
  fileId: string,
  variant: Variant,
  wanted = true,
): { url: string | undefined; failed: boolean } {
  const address = useQuery({
    ...api.records.fileAddress.queryOptions({ input: { fileId, variant } }),
    enabled: wanted,
    staleTime: FRESH_MS,
    gcTime: FRESH_MS,
    refetchOnWindowFocus: false,
    retry: false,
  });
  return { url: useVaultUrl(wanted ? address.data?.address : undefined), failed: address.isError };
}

/** Where the screens load what a capability address names. */
export function useVaultUrl(address: string | null | undefined): string | undefined {
  return address === null || address === undefined ? undefined : host.fileUrl(address);
}
