import type { OutcomeDetail } from '#shared/outcomes/contract.ts';
import { client } from '../../api.ts';
import { RemoveItem } from '../../components/RemoveItem/RemoveItem.tsx';
import { useT } from '../../translations.ts';

/** What is seldom done with an outcome. */
export function OutcomeActions({ outcome }: { outcome: OutcomeDetail }) {
  const t = useT();
  return (
    <RemoveItem
      item={outcome}
      label={t.outcomes.remove}
      help={t.outcomes.removeHelp}
      remove={(input) => client.outcomes.remove(input)}
      to="/outcomes"
      needsReason
    />
  );
}
