import { Progress } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { problemText } from '#shared/translations/problemText.ts';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { counted, fileSize, percent } from '../../formats.ts';
import { useT } from '../../translations.ts';
import classes from './CheckReport.module.css';
import type { CheckState } from './useCheckRun.ts';

/** A run as it goes, and its result with every finding. */
export function CheckReport({
  state,
  running,
  clean,
  found,
}: {
  state: CheckState;
  running: string;
  clean: string;
  found: (count: number) => string;
}) {
  const t = useT();
  const words = t.settings.check;
  if (state.phase === 'IDLE') return null;
  return (
    <div className={classes.report} aria-live="polite">
      {state.phase === 'RUNNING' && <RunningStep state={state} running={running} />}
      {state.phase === 'STOPPED' && <p>{words.stopped}</p>}
      {state.phase === 'FAILED' && <ErrorProblems error={state.error} />}
      {state.phase === 'DONE' && (
        <p className={classes.verdict} data-clean={state.findings.length === 0 || undefined}>
          {state.findings.length === 0 ? (
            <IconCircleCheck size={20} stroke={1.5} aria-hidden="true" />
          ) : (
            <IconAlertTriangle size={20} stroke={1.5} aria-hidden="true" />
          )}
          {state.findings.length === 0 ? clean : found(state.findings.length)}
        </p>
      )}
      {state.findings.length > 0 && (
        <ul className={classes.findings}>
          {state.findings.map((finding) => (
            <li key={JSON.stringify(finding)}>
              {finding.tier !== null && <span className={classes.tier}>{t.levels.tiers[finding.tier]}</span>}
              <span>{problemText(t, finding.problem)}</span>
            </li>
          ))}
        </ul>
      )}
      {state.result !== null && <Looked result={state.result} />}
    </div>
  );
}

function RunningStep({ state, running }: { state: CheckState; running: string }) {
  const t = useT();
  const { step } = state;
  if (step === null) return <p>{running}</p>;
  const name = Object.hasOwn(t.settings.check.steps, step.step) ? t.settings.check.steps[step.step] : running;
  return (
    <>
      <p className={classes.step}>
        <span>
          {name}
          {step.tier !== null && `${t.formats.separator}${t.levels.tiers[step.tier]}`}
        </span>
        <span className={classes.numbers}>
          {step.total > 0 ? t.formats.of(counted(step.done), counted(step.total)) : ''}
        </span>
      </p>
      <Progress
        value={step.total > 0 ? percent(step.done, step.total) : 100}
        animated={step.total === 0}
        size={4}
        aria-label={name ?? running}
      />
    </>
  );
}

function Looked({ result }: { result: NonNullable<CheckState['result']> }) {
  const t = useT();
  const words = t.settings.check;
  return (
    <div className={classes.looked}>
      <p>{words.looked(counted(result.items), counted(result.files), fileSize(result.bytes))}</p>
      {result.notOpened.length > 0 && (
        <p>{words.notOpened(result.notOpened.map((tier) => t.levels.tiers[tier]).join(t.formats.list))}</p>
      )}
      {!result.hasRecovery && <p>{words.noRecovery}</p>}
    </div>
  );
}
