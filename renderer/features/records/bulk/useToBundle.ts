import { useNavigate } from '@tanstack/react-router';
import { handOverToBundle } from '../../../components/bundleHandover.ts';

/** Takes records to the page where a bundle is composed. */
export function useToBundle(): (ids: readonly string[]) => void {
  const navigate = useNavigate();
  return (ids) => {
    handOverToBundle(ids);
    void navigate({ to: '/exchange/$view', params: { view: 'new' } });
  };
}
