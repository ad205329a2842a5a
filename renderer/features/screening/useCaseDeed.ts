import { useMutation } from '@tanstack/react-query';
import type { Case } from '#shared/screening/contract.ts';
import { api } from '../../api.ts';
import { notifyDone } from '../../notices.ts';
import { queryClient } from '../../queryClient.ts';
import { useT } from '../../translations.ts';

export function takeCase(it: Case): void {
  queryClient.setQueryData(api.screening.get.queryKey({ input: { id: it.id } }), it);
}

/** A deed on a case: its page shows at once what came of it. */
export function useCaseDeed<Input>(deed: (input: Input) => Promise<Case>, onDone: () => void = () => {}) {
  const t = useT();
  return useMutation({
    mutationFn: deed,
    onSuccess: (it) => {
      takeCase(it);
      notifyDone(t.actions.saved);
      onDone();
    },
  });
}
