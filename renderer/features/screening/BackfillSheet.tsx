import { Button, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import {
  type CaseStage,
  isEnded,
  type Outcome,
  outcomesAt,
  type Preset,
  stageAfter,
} from '#shared/screening/stages.ts';
import type { Vote } from '#shared/screening/vote.ts';
import { client } from '../../api.ts';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { DateField } from '../../components/DateField/DateField.tsx';
import { NumberField } from '../../components/NumberField/NumberField.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../components/problems.ts';
import { useDraft } from '../../components/useDraft.ts';
import { NO_VOTE, VoteFields } from '../../components/VoteFields/VoteFields.tsx';
import { notifyDone } from '../../notices.ts';
import { useT } from '../../translations.ts';
import { CaseFieldsForm } from './CaseFieldsForm.tsx';
import classes from './CasePage.module.css';
import { BLANK_DRAFT, type CaseDraft } from './NewCaseSheet.tsx';
import { takeCase } from './useCaseDeed.ts';

type PaperStep = { outcome: Outcome; decidedOn: string; actor: string; opinion: string; vote: Vote | null };
type Draft = CaseDraft & {
  steps: PaperStep[];
  panelCount: number | null;
  panelMean: number | null;
  publicityFrom: string | null;
  signedOn: string | null;
};

/** 补录: a case that was decided on paper, entered in one sitting with the days of then. */
export function BackfillSheet({ unitId, onClose }: { unitId: string | null; onClose: () => void }) {
  const t = useT();
  const words = t.screening;
  const navigate = useNavigate();
  const { draft, change, drop } = useDraft<Draft>(`screening.backfill ${unitId ?? ''}`, {
    ...BLANK_DRAFT,
    unitId,
    steps: [blankStep('', null)],
    panelCount: null,
    panelMean: null,
    publicityFrom: null,
    signedOn: null,
  });
  const save = useMutation({
    mutationFn: (values: Draft) =>
      client.screening.backfill({
        level: values.level,
        unitId: values.unitId ?? '',
        fields: values.fields,
        particulars: { publicityFrom: values.publicityFrom, signedOn: values.signedOn },
        panel:
          values.panelCount === null || values.panelMean === null
            ? null
            : { count: values.panelCount, mean: values.panelMean },
        steps: values.steps.map((step) => ({ ...step, evidence: null })),
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
  function changeStep(index: number, changes: Partial<PaperStep>): void {
    change({ steps: draft.steps.map((step, at) => (at === index ? { ...step, ...changes } : step)) });
  }
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
          const errorOf = (field: string) => fieldError(t, save.error, `steps.${index}.${field}`);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps come and go only at the end
            <li key={index} className={classes.paperStep}>
              <div className={classes.paperFields}>
                <Select
                  label={words.stages[stage]}
                  data={outcomesAt(draft.fields.preset, stage).map((value) => ({
                    value,
                    label: words.outcomes[value],
                  }))}
                  value={step.outcome}
                  error={errorOf('outcome')}
                  onChange={(chosen) => {
                    const outcome =
                      outcomesAt(draft.fields.preset, stage).find((each) => each === chosen) ?? step.outcome;
                    change({ steps: [...draft.steps.slice(0, index), { ...step, outcome }] });
                  }}
                />
                <DateField
                  label={words.decidedOn}
                  value={step.decidedOn}
                  error={errorOf('decidedOn')}
                  onChange={(decidedOn) => changeStep(index, { decidedOn: decidedOn ?? '' })}
                />
                <TextInput
                  label={words.actor}
                  value={step.actor}
                  maxLength={60}
                  error={errorOf('actor')}
                  onChange={(event) => changeStep(index, { actor: event.currentTarget.value })}
                />
                <TextInput
                  label={words.opinion}
                  value={step.opinion}
                  maxLength={2000}
                  error={errorOf('opinion')}
                  onChange={(event) => changeStep(index, { opinion: event.currentTarget.value })}
                />
              </div>
              {stage === 'EXPERT_REVIEW' && step.outcome === 'PASSED' && (
                <div className={classes.paperFields}>
                  <NumberField
                    label={words.panelCount}
                    value={draft.panelCount}
                    error={fieldError(t, save.error, 'panel')}
                    onChange={(panelCount) => change({ panelCount })}
                  />
                  <NumberField
                    label={words.panelMean}
                    value={draft.panelMean}
                    onChange={(panelMean) => change({ panelMean })}
                  />
                </div>
              )}
              {step.vote !== null && (
                <VoteFields
                  value={step.vote}
                  errorOf={(part) => errorOf(`vote.${part}`)}
                  onChange={(vote) => changeStep(index, { vote })}
                />
              )}
              {stage === 'PUBLICITY' && step.outcome === 'PASSED' && (
                <DateField
                  label={`${words.publicity.title}${t.formats.colon}${words.publicity.from}`}
                  value={draft.publicityFrom}
                  error={fieldError(t, save.error, 'particulars.publicityFrom')}
                  onChange={(publicityFrom) => change({ publicityFrom })}
                />
              )}
              {stage === 'SIGNING' && step.outcome === 'PASSED' && (
                <DateField
                  label={words.signing.signedOn}
                  value={draft.signedOn}
                  error={fieldError(t, save.error, 'particulars.signedOn')}
                  onChange={(signedOn) => change({ signedOn })}
                />
              )}
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
          'particulars.publicityFrom',
          ...draft.steps.flatMap((_, index) =>
            ['outcome', 'decidedOn', 'actor', 'opinion'].map((field) => `steps.${index}.${field}`),
          ),
        ]}
      />
    </ConfirmSheet>
  );
}

function blankStep(actor: string, vote: Vote | null): PaperStep {
  return { outcome: 'PASSED', decidedOn: '', actor, opinion: '', vote };
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
