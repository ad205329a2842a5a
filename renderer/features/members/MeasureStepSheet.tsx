import { Select, Textarea } from '@mantine/core';
import { newId } from '#shared/ids.ts';
import type { ShownMeasure, UnitDetail } from '#shared/members/contract.ts';
import type { MeasureStep, MeasureStepKind } from '#shared/members/measure.ts';
import { client } from '../../api.ts';
import { CitationField } from '../../components/CitationField/CitationField.tsx';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { DateField } from '../../components/DateField/DateField.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../components/problems.ts';
import { useDraft } from '../../components/useDraft.ts';
import { NO_VOTE, VoteFields } from '../../components/VoteFields/VoteFields.tsx';
import { dayText } from '../../formats.ts';
import { useT } from '../../translations.ts';
import { useUnitDeed } from './useUnitDeed.ts';

const DEFENCES = ['ORAL', 'WRITTEN', 'WAIVED'] as const;
const VOTE_FIELDS = ['members', 'present', 'recused', 'inFavour', 'against', 'abstained'].map(
  (part) => `step.vote.${part}`,
);

/** One step of a measure: when, what, its paper; for the council its vote, for the defence how it was made. */
export function MeasureStepSheet({
  unit,
  measure,
  step,
  onClose,
}: {
  unit: UnitDetail;
  measure: ShownMeasure;
  step: MeasureStepKind;
  onClose: () => void;
}) {
  const t = useT();
  const words = t.members.measures;
  const { draft, change, drop } = useDraft<Omit<MeasureStep, 'id' | 'measureId' | 'step'>>(
    `step ${measure.id} ${step}`,
    {
      doneOn: dayText(Date.now()),
      text: '',
      defence: step === 'DEFENCE' ? 'WRITTEN' : null,
      vote: step === 'VOTE' ? NO_VOTE : null,
      evidence: null,
    },
  );
  const save = useUnitDeed(
    (values: typeof draft) =>
      client.members.takeStep({
        id: unit.id,
        version: unit.version,
        step: { ...values, id: newId(), measureId: measure.id, step },
      }),
    {
      onDone: () => {
        drop();
        onClose();
      },
    },
  );
  const errorOf = (field: string) => fieldError(t, save.error, `step.${field}`);
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={`${words.kinds[measure.kind]}${t.formats.colon}${words.steps[step]}`}
      verb={words.takeVerb}
      busy={save.isPending}
      onConfirm={draft.text.trim() === '' ? undefined : () => save.mutate(draft)}
    >
      <DateField
        label={words.doneOn}
        value={draft.doneOn}
        error={errorOf('doneOn')}
        onChange={(doneOn) => change({ doneOn: doneOn ?? '' })}
      />
      {step === 'DEFENCE' && (
        <Select
          label={words.defence}
          data={DEFENCES.map((value) => ({ value, label: words.defences[value] }))}
          value={draft.defence}
          error={errorOf('defence')}
          onChange={(next) => change({ defence: DEFENCES.find((each) => each === next) ?? null })}
        />
      )}
      {draft.vote !== null && (
        <VoteFields
          value={draft.vote}
          errorOf={(part) => errorOf(`vote.${part}`)}
          onChange={(vote) => change({ vote })}
        />
      )}
      <Textarea
        label={words.text}
        value={draft.text}
        maxLength={2000}
        autosize
        minRows={3}
        maxRows={10}
        data-autofocus
        error={errorOf('text')}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <CitationField
        label={t.citations.evidence}
        level={unit.level}
        value={draft.evidence}
        error={errorOf('evidence')}
        onChange={(evidence) => change({ evidence })}
      />
      <ErrorProblems
        error={save.error}
        atFields={['step.doneOn', 'step.defence', 'step.text', 'step.evidence', ...VOTE_FIELDS]}
      />
    </ConfirmSheet>
  );
}
