import type { Case } from '#shared/screening/contract.ts';
import { FactList } from '../../components/FactsColumn/FactList.tsx';
import { useT } from '../../translations.ts';
import { CaseFact } from './useCaseFact.tsx';

/** The agreement and the fee that make a member of an applicant. */
export function SigningSection({ it }: { it: Case }) {
  const words = useT().screening.signing;
  return (
    <FactList title={words.title} note={words.feeHelp}>
      <CaseFact it={it} name="signedOn" label={words.signedOn} as="date" />
      <CaseFact it={it} name="fee" label={words.fee} as="number" />
      <CaseFact it={it} name="feePaidOn" label={words.feePaidOn} as="date" />
    </FactList>
  );
}
