import { useNavigate } from '@tanstack/react-router';
import type { SearchHit } from '#shared/search/contract.ts';
import { itemAddress } from '../../components/itemAddress.ts';

/** Opens the page of what was found. */
export function useOpenHit(): (hit: Pick<SearchHit, 'id' | 'kind'>) => void {
  const navigate = useNavigate();
  return (hit) => void navigate({ to: itemAddress(hit) });
}
