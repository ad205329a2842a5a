import { Radio, Textarea } from '@mantine/core';
import type { Decision } from '#shared/screening/case.ts';
import type { Case } from '#shared/screening/contract.ts';
import { stageAfter } from '#shared/screening/stages.ts';
import { client } from '../../api.ts';
import { CitationField } from '../../components/CitationField/CitationField.tsx';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { DateField } from '../../components/DateField/DateField.tsx';
import { ErrorProblems, ProblemList } from '../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../components/problems.ts';
import { useDraft } from '../../components/useDraft.ts';
import { NO_VOTE, VoteFields } from '../../components/VoteFields/VoteFields.tsx';
import { dayText } from '../../formats.ts';
import { useT } from '../../translations.ts';
import classes from './CasePage.module.css';
import { useCaseDeed } from './useCaseDeed.ts';

const VOTE_FIELDS = ['members', 'present', 'recused', 'inFavour', 'against', 'abstained'];

/** The decision on the present stage: what will follow, when it was decided, why, and on what paper. */
export function DecisionSheet({ it, onClose }: { it: Case; onClose: () => void }) {
  const t = useT();
  const words = t.screening;
  const possible = it.outcomes;
  const { draft, change, drop } = useDraft<Decision>(`decision ${it.id} ${it.stage}`, {
    outcome: possible[0] ?? 'WITHDRAWN',
    decidedOn: dayText(Date.now()),
    opinion: '',
    vote: it.stage === 'COUNCIL' ? NO_VOTE : null,
    evidence: null,
  });
  const save = useCaseDeed(
    (decision: Decision) =>
      client.screening.decide({ id: it.id, version: it.version, stage: it.stage, decision }),
    () => {
      drop();
      onClose();
    },
  );
  const errorOf = (field: string) => fieldError(t, save.error, `decision.${field}`);
  const passes = draft.outcome === 'PASSED';
  const needsReason = !passes && draft.outcome !== 'RESUBMITTED';
  const isBlocked = (passes && it.problems.length > 0) || (needsReason && draft.opinion.trim() === '');
  // A council that rejects may do so without having voted.
  const decision = passes || draft.outcome === 'REJECTED' ? draft : { ...draft, vote: null };
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={`${words.decision}${t.formats.colon}${words.stages[it.stage]}`}
      verb={passes ? words.passVerbs[it.stage] : words.verbs[draft.outcome]}
      danger={draft.outcome === 'REJECTED'}
      busy={save.isPending}
      onConfirm={isBlocked ? undefined : () => save.mutate(decision)}
    >
      <Radio.Group
        label={words.decision}
        value={draft.outcome}
        onChange={(next) => change({ outcome: possible.find((each) => each === next) ?? draft.outcome })}
      >
        <div className={classes.row}>
          {possible.map((outcome) => (
            <Radio
              key={outcome}
              value={outcome}
              label={outcome === 'PASSED' ? words.passVerbs[it.stage] : words.verbs[outcome]}
            />
          ))}
        </div>
      </Radio.Group>
      <p
        className={classes.note}
      >{`${useFollows(it, draft.outcome)}${words.followedHere(it.fields.charter)}`}</p>
      {passes && it.problems.length > 0 && <ProblemList title={words.missing} problems={it.problems} />}
      <DateField
        label={words.decidedOn}
        value={draft.decidedOn}
        error={errorOf('decidedOn')}
        onChange={(decidedOn) => change({ decidedOn: decidedOn ?? '' })}
      />
      {decision.vote !== null && (
        <VoteFields
          value={decision.vote}
          errorOf={(part) => errorOf(`vote.${part}`)}
          onChange={(vote) => change({ vote })}
        />
      )}
      <Textarea
        label={needsReason ? words.reason : words.opinion}
        value={draft.opinion}
        maxLength={2000}
        autosize
        minRows={2}
        maxRows={8}
        error={errorOf('opinion')}
        onChange={(event) => change({ opinion: event.currentTarget.value })}
      />
      <CitationField
        label={words.evidence}
        level={it.level}
        value={draft.evidence}
        error={errorOf('evidence')}
        onChange={(evidence) => change({ evidence })}
      />
      <ErrorProblems
        error={save.error}
        atFields={['decidedOn', 'opinion', 'evidence', ...VOTE_FIELDS.map((part) => `vote.${part}`)].map(
          (field) => `decision.${field}`,
        )}
      />
    </ConfirmSheet>
  );
}

function useFollows(it: Case, outcome: Decision['outcome']): string {
  const { follows, stages } = useT().screening;
  const next = stageAfter(it.preset, it.stage, outcome);
  if (next === null) return '';
  if (next === 'ADMITTED') return follows.admitted;
  if (next === 'REJECTED' || next === 'WITHDRAWN') return follows.ended;
  return `${follows.next(stages[next])}${outcome === 'WAIVED' ? follows.waived : ''}`;
}
