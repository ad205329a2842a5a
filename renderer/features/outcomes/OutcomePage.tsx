import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api } from '../../api.ts';
import { ItemLayout } from '../../components/ItemLayout/ItemLayout.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { useUndoKey } from '../../components/useUndoKey.ts';
import { useT } from '../../translations.ts';
import { AgreementsSection } from './AgreementsSection.tsx';
import { ContributorsSection } from './ContributorsSection.tsx';
import { ExhibitsSection } from './ExhibitsSection.tsx';
import { IpSection } from './IpSection.tsx';
import { MaturitySection } from './maturity/MaturitySection.tsx';
import { OutcomeActions } from './OutcomeActions.tsx';
import { OutcomeFacts } from './OutcomeFacts.tsx';
import classes from './OutcomePage.module.css';
import { PathSection } from './PathSection.tsx';
import { StatusSection } from './StatusSection.tsx';
import { StatusText } from './StatusText.tsx';

/** One outcome: how mature it is, how its transformation goes, what rights and agreements stand beside it. */
export function OutcomePage() {
  const t = useT();
  const { outcomeId = '' } = useParams({ strict: false });
  const found = useQuery(api.outcomes.get.queryOptions({ input: { id: outcomeId } }));
  useUndoKey();
  const outcome = found.data;
  if (outcome === undefined) return <ErrorProblems error={found.error} />;
  return (
    <ItemLayout
      item={outcome}
      list={{ to: '/outcomes', name: t.outcomes.title }}
      below={<StatusText status={outcome.status} />}
      actions={<OutcomeActions outcome={outcome} />}
      facts={
        <div className={classes.side}>
          <OutcomeFacts outcome={outcome} />
          <StatusSection outcome={outcome} />
          <AgreementsSection outcome={outcome} />
          <ExhibitsSection outcome={outcome} />
        </div>
      }
    >
      <MaturitySection outcome={outcome} />
      <PathSection outcome={outcome} />
      <IpSection outcome={outcome} />
      <ContributorsSection outcome={outcome} />
    </ItemLayout>
  );
}
