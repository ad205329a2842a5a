import { IconArrowForwardUp, IconCheck, IconX } from '@tabler/icons-react';
import type { Case } from '#shared/screening/contract.ts';
import { isEnded, STAGES_OF, type Stage } from '#shared/screening/stages.ts';
import { useT } from '../../translations.ts';
import classes from './ProcessRail.module.css';

type Mark = 'done' | 'waived' | 'present' | 'ahead' | 'stopped';

/** The stages of a case: what is done, what is under way, and who is waited for. A stage that is clicked shows what it asks for. */
export function ProcessRail({
  it,
  shown,
  onShow,
}: {
  it: Case;
  shown: Stage;
  onShow: (stage: Stage) => void;
}) {
  const t = useT();
  const words = t.screening;
  const stages = STAGES_OF[it.preset];
  const at = stages.indexOf(it.railStage);
  const waived = new Set(it.steps.filter(({ outcome }) => outcome === 'WAIVED').map(({ stage }) => stage));
  const stopped = it.stage === 'REJECTED' || it.stage === 'WITHDRAWN';
  function markOf(index: number): Mark {
    const stage = stages[index];
    if (index < at || it.stage === 'ADMITTED')
      return stage !== undefined && waived.has(stage) ? 'waived' : 'done';
    if (index > at) return 'ahead';
    return stopped ? 'stopped' : 'present';
  }
  return (
    <nav aria-label={words.rail} className={classes.rail}>
      <ol className={classes.stages}>
        {stages.map((stage, index) => {
          const mark = markOf(index);
          const step = it.steps.findLast((each) => each.stage === stage);
          return (
            <li
              key={stage}
              className={classes.stage}
              data-mark={mark}
              {...(mark === 'present' ? { 'aria-current': 'step' as const } : {})}
            >
              <button
                type="button"
                className={classes.choose}
                aria-pressed={stage === shown}
                onClick={() => onShow(stage)}
              >
                <span className={classes.dot} aria-hidden="true">
                  {mark === 'done' && <IconCheck size={14} stroke={2} />}
                  {mark === 'waived' && <IconArrowForwardUp size={14} stroke={2} />}
                  {mark === 'stopped' && <IconX size={14} stroke={2} />}
                </span>
                <span className={classes.name}>{words.stages[stage]}</span>
                <span className={classes.under}>
                  {index <= at && step !== undefined ? step.decidedOn : ''}
                  {mark === 'waived' && ` ${words.railStates.waived}`}
                  <span className={classes.unseen}>{words.railStates[mark]}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      {!isEnded(it.stage) && (
        <p className={classes.waits}>
          {words.waits[it.stage]}
          {it.dueOn !== null && `${t.formats.separator}${words.due(it.dueOn)}`}
        </p>
      )}
    </nav>
  );
}
