import { Select, TextInput } from '@mantine/core';
import type { Citation } from '#shared/records/citation.ts';
import { PUBLICITY_WORKING_DAYS } from '#shared/screening/publicity.ts';
import { type CaseStage, type Outcome, outcomesAt } from '#shared/screening/stages.ts';
import type { Vote } from '#shared/screening/vote.ts';
import { CitationField } from '../../components/CitationField/CitationField.tsx';
import { DateField } from '../../components/DateField/DateField.tsx';
import { NumberField } from '../../components/NumberField/NumberField.tsx';
import { fieldError } from '../../components/problems.ts';
import { VoteFields } from '../../components/VoteFields/VoteFields.tsx';
import { useT } from '../../translations.ts';
import classes from './CasePage.module.css';
import type { CaseDraft } from './NewCaseSheet.tsx';

/** One decision as the paper has it. */
export type PaperStep = {
  outcome: Outcome;
  decidedOn: string;
  actor: string;
  opinion: string;
  vote: Vote | null;
  evidence: Citation | null;
};
const VOTE_PARTS = ['members', 'present', 'recused', 'inFavour', 'against', 'abstained'];
export const PAPER_STEP_FIELDS = [
  'outcome',
  'decidedOn',
  'actor',
  'opinion',
  'evidence',
  ...VOTE_PARTS.map((part) => `vote.${part}`),
];

/** What single stages ask for beside their decision. */
export type Particulars = {
  panelCount: number | null;
  panelMean: number | null;
  publicityFrom: string | null;
  publicityDays: number | null;
  publicityPlace: string;
  signedOn: string | null;
  fee: number | null;
  feePaidOn: string | null;
};
export const NO_PARTICULARS: Particulars = {
  panelCount: null,
  panelMean: null,
  publicityFrom: null,
  publicityDays: PUBLICITY_WORKING_DAYS,
  publicityPlace: '',
  signedOn: null,
  fee: null,
  feePaidOn: null,
};

/** The panel's result goes by itself. */
export function particularsOf({ publicityDays, panelCount: _, panelMean: __, ...draft }: Particulars) {
  const { publicityFrom, publicityPlace, signedOn, fee, feePaidOn } = draft;
  return {
    publicityFrom,
    publicityDays: publicityDays ?? PUBLICITY_WORKING_DAYS,
    publicityPlace,
    signedOn,
    fee,
    feePaidOn,
  };
}

/** The fields of one decision that was taken on paper, with what its stage asks for beside it. */
export function PaperStepFields({
  step,
  stage,
  draft,
  error,
  place,
  onStep,
  change,
}: {
  step: PaperStep;
  stage: CaseStage;
  draft: CaseDraft & Particulars;
  error: unknown;
  place: string;
  onStep: (changes: Partial<PaperStep>) => void;
  change: (changes: Partial<Particulars>) => void;
}) {
  const t = useT();
  const words = t.screening;
  const { publicity, signing } = words;
  const possible = outcomesAt(draft.fields.preset, stage);
  const errorOf = (field: string) => fieldError(t, error, `${place}.${field}`);
  const partError = (field: string) => fieldError(t, error, `particulars.${field}`);
  const passed = step.outcome === 'PASSED';
  return (
    <>
      <div className={classes.paperFields}>
        <Select
          label={words.stages[stage]}
          data={possible.map((value) => ({ value, label: words.outcomes[value] }))}
          value={step.outcome}
          error={errorOf('outcome')}
          allowDeselect={false}
          onChange={(chosen) => onStep({ outcome: possible.find((each) => each === chosen) ?? step.outcome })}
        />
        <DateField
          label={words.decidedOn}
          value={step.decidedOn}
          error={errorOf('decidedOn')}
          onChange={(decidedOn) => onStep({ decidedOn: decidedOn ?? '' })}
        />
        <TextInput
          label={words.actor}
          value={step.actor}
          maxLength={60}
          error={errorOf('actor')}
          onChange={(event) => onStep({ actor: event.currentTarget.value })}
        />
        <TextInput
          label={passed ? words.opinion : words.reason}
          value={step.opinion}
          maxLength={2000}
          error={errorOf('opinion')}
          onChange={(event) => onStep({ opinion: event.currentTarget.value })}
        />
      </div>
      {stage === 'EXPERT_REVIEW' && passed && (
        <div className={classes.paperFields}>
          <NumberField
            label={words.panelCount}
            value={draft.panelCount}
            error={fieldError(t, error, 'panel')}
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
          onChange={(vote) => onStep({ vote })}
        />
      )}
      {stage === 'PUBLICITY' && passed && (
        <div className={classes.paperFields}>
          <DateField
            label={`${publicity.title}${t.formats.colon}${publicity.from}`}
            value={draft.publicityFrom}
            error={partError('publicityFrom')}
            onChange={(publicityFrom) => change({ publicityFrom })}
          />
          <NumberField
            label={publicity.days}
            value={draft.publicityDays}
            error={partError('publicityDays')}
            onChange={(publicityDays) => change({ publicityDays })}
          />
          <TextInput
            label={publicity.place}
            value={draft.publicityPlace}
            maxLength={200}
            error={partError('publicityPlace')}
            onChange={(event) => change({ publicityPlace: event.currentTarget.value })}
          />
        </div>
      )}
      {stage === 'SIGNING' && passed && (
        <div className={classes.paperFields}>
          <DateField
            label={signing.signedOn}
            value={draft.signedOn}
            error={partError('signedOn')}
            onChange={(signedOn) => change({ signedOn })}
          />
          <NumberField
            label={signing.feeOnPaper}
            value={draft.fee}
            error={partError('fee')}
            onChange={(fee) => change({ fee })}
          />
          {draft.fee !== null && draft.fee > 0 && (
            <DateField
              label={signing.feePaidOn}
              value={draft.feePaidOn}
              error={partError('feePaidOn')}
              onChange={(feePaidOn) => change({ feePaidOn })}
            />
          )}
        </div>
      )}
      <CitationField
        label={words.evidence}
        level={draft.level}
        value={step.evidence}
        error={errorOf('evidence')}
        onChange={(evidence) => onStep({ evidence })}
      />
    </>
  );
}
