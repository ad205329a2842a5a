import type { Case } from '#shared/screening/contract.ts';
import { isEnded, STAGES_OF, type Stage } from '#shared/screening/stages.ts';
import { ProblemList } from '../../components/ProblemList/ProblemList.tsx';
import { useT } from '../../translations.ts';
import classes from './CasePage.module.css';

/** What one stage asks for: of the present one what is missing, of one behind how it was decided, of one ahead what it will ask. */
export function StageDetail({ it, stage }: { it: Case; stage: Stage }) {
  const t = useT();
  const words = t.screening;
  const stages = STAGES_OF[it.preset];
  const isPresent = stage === it.railStage;
  if (isPresent && !isEnded(it.stage)) {
    if (it.problems.length > 0) return <ProblemList title={words.missing} problems={it.problems} />;
    // What was sent back is not ready, it waits for the applicant.
    return it.stage === 'RETURNED' ? null : <p className={classes.ready}>{words.ready}</p>;
  }
  const title = `${words.stages[stage]}${t.formats.colon}`;
  if (stages.indexOf(stage) > stages.indexOf(it.railStage)) {
    if (isEnded(it.stage)) return <p className={classes.note}>{`${title}${words.neverReached}`}</p>;
    const problems = it.gates.find((gate) => gate.stage === stage)?.problems ?? [];
    return problems.length > 0 ? (
      <ProblemList title={words.ahead(words.stages[stage])} problems={problems} />
    ) : (
      <p className={classes.note}>{`${title}${words.aheadReady}`}</p>
    );
  }
  // A case that was sent back waits at the secretariat's review.
  const steps = it.steps.filter(
    (step) => step.stage === stage || (step.stage === 'RETURNED' && stage === 'SECRETARIAT_REVIEW'),
  );
  const last = stage === 'ADMITTED' ? it.steps.slice(-1) : steps;
  return (
    <p className={classes.note}>
      {title}
      {last.length === 0
        ? words.waits[it.stage]
        : last
            .map(({ decidedOn, actor, outcome, opinion }) =>
              [`${decidedOn} ${actor} ${words.outcomes[outcome]}`, opinion]
                .filter((part) => part !== '')
                .join(t.formats.colon),
            )
            .join(t.formats.separator)}
    </p>
  );
}
