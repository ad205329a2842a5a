import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type CaseStage, isEnded, type Preset, stageAfter } from '#shared/screening/stages.ts';
import type { Vote } from '#shared/screening/vote.ts';
import { client } from '../../api.ts';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { useDraft } from '../../components/useDraft.ts';
import { NO_VOTE } from '../../components/VoteFields/VoteFields.tsx';
import { notifyDone } from '../../notices.ts';
import { useT } from '../../translations.ts';
import { CaseFieldsForm } from './CaseFieldsForm.tsx';
import classes from './CasePage.module.css';
import { BLANK_DRAFT, type CaseDraft } from './NewCaseSheet.tsx';
import {
  NO_PARTICULARS,
  PAPER_STEP_FIELDS,
  type PaperStep,
  PaperStepFields,
  type Particulars,
  particularsOf,
} from './PaperStepFields.tsx';
import { takeCase } from './useCaseDeed.ts';

type Draft = CaseDraft & Particulars & { steps: PaperStep[] };

/** 补录: a case that was decided on paper, entered in one sitting with the days of then. */
export function BackfillSheet({ unitId, onClose }: { unitId: string | null; onClose: () => void }) {
  const t = useT();
  const words = t.screening;
  const navigate = useNavigate();
  const { draft, change, drop } = useDraft<Draft>(`screening.backfill ${unitId ?? ''}`, {
    ...BLANK_DRAFT,
    unitId,
    steps: [blankStep('', null)],
    ...NO_PARTICULARS,
  });
  const save = useMutation({
    mutationFn: (values: Draft) =>
      client.screening.backfill({
        level: values.level,
        unitId: values.unitId ?? '',
        fields: values.fields,
        particulars: particularsOf(values),
        panel:
          values.panelCount === null || values.panelMean === null
            ? null
            : { count: values.panelCount, mean: values.panelMean },
        steps: values.steps,
      }),
    onSuccess: (it) => {
      drop();
      takeCase(it);
      notifyDone(words.created(it.title));
      void navigate({ to: '/screening/$caseId', params: { caseId: it.id } });
    },
  });
  const stages = stagesOf(draft.fields.preset, draft.steps);
  const next = stages.at(-1) ?? 'DRAFT';
  const isFilled = draft.unitId !== null && draft.fields.charter.trim() !== '';
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.backfill}
      verb={words.backfillVerb}
      size="lg"
      busy={save.isPending}
      onConfirm={isFilled ? () => save.mutate(draft) : undefined}
    >
      <p className={classes.note}>{words.backfillLead}</p>
      <CaseFieldsForm draft={draft} change={change} error={save.error} />
      <h3 className={classes.title}>{words.steps}</h3>
      <ol className={classes.paperSteps}>
        {draft.steps.map((step, index) => {
          const stage = stages[index] ?? 'DRAFT';
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps come and go only at the end
            <li key={index} className={classes.paperStep}>
              <PaperStepFields
                step={step}
                stage={stage}
                draft={draft}
                error={save.error}
                place={`steps.${index}`}
                onStep={(changes) =>
                  change({
                    // Another outcome leads elsewhere: what followed it is not what happened.
                    steps: (changes.outcome === undefined
                      ? draft.steps
                      : draft.steps.slice(0, index + 1)
                    ).map((each, at) => (at === index ? { ...each, ...changes } : each)),
                  })
                }
                change={change}
              />
            </li>
          );
        })}
      </ol>
      <div className={classes.row}>
        {!isEnded(next) && (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              const last = draft.steps.at(-1);
              const vote = next === 'COUNCIL' ? NO_VOTE : null;
              change({
                steps: [...draft.steps, { ...blankStep(last?.actor ?? '', vote), ...atReturn(next) }],
              });
            }}
          >
            {`${words.addStep}${t.formats.colon}${words.stages[next]}`}
          </Button>
        )}
        {draft.steps.length > 1 && (
          <Button size="xs" variant="default" onClick={() => change({ steps: draft.steps.slice(0, -1) })}>
            {words.removeStep}
          </Button>
        )}
      </div>
      <ErrorProblems
        error={save.error}
        atFields={[
          'unitId',
          'level',
          'fields.charter',
          'panel',
          ...['publicityFrom', 'publicityDays', 'publicityPlace', 'signedOn', 'fee', 'feePaidOn'].map(
            (field) => `particulars.${field}`,
          ),
          ...draft.steps.flatMap((_, index) => PAPER_STEP_FIELDS.map((field) => `steps.${index}.${field}`)),
        ]}
      />
    </ConfirmSheet>
  );
}

function blankStep(actor: string, vote: Vote | null): PaperStep {
  return { outcome: 'PASSED', decidedOn: '', actor, opinion: '', vote, evidence: null };
}

function atReturn(stage: CaseStage): Partial<PaperStep> {
  return stage === 'RETURNED' ? { outcome: 'RESUBMITTED' } : {};
}

/** The stage at which each step decides, and last the one that comes next. */
function stagesOf(preset: Preset, steps: readonly PaperStep[]): CaseStage[] {
  const stages: CaseStage[] = ['DRAFT'];
  for (const { outcome } of steps) {
    stages.push(stageAfter(preset, stages.at(-1) ?? 'DRAFT', outcome) ?? 'DRAFT');
  }
  return stages;
}
