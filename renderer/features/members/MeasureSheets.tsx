import { Select, Textarea, TextInput } from '@mantine/core';
import { addDays } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import type { ShownMeasure, UnitDetail } from '#shared/members/contract.ts';
import { isExit, MEASURE_KINDS, type MeasureKind, NOTICE_DAYS } from '#shared/members/measure.ts';
import { client } from '../../api.ts';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { DateField } from '../../components/DateField/DateField.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../components/problems.ts';
import { useDraft } from '../../components/useDraft.ts';
import { dayText } from '../../formats.ts';
import { useT } from '../../translations.ts';
import classes from './UnitPage.module.css';
import { useUnitDeed } from './useUnitDeed.ts';

/** Which measure, on what facts, and by when. */
export function OpenMeasureSheet({ unit, onClose }: { unit: UnitDetail; onClose: () => void }) {
  const t = useT();
  const words = t.members.measures;
  const today = dayText(Date.now());
  const { draft, change, drop } = useDraft(`measure ${unit.id}`, {
    kind: 'RECTIFYING' as MeasureKind,
    openedOn: today,
    dueOn: addDays(today, NOTICE_DAYS) as string | null,
    reason: '',
  });
  const save = useUnitDeed(
    (measure: typeof draft) =>
      client.members.openMeasure({
        id: unit.id,
        version: unit.version,
        measure: { ...measure, id: newId(), dueOn: hasDue(measure.kind) ? measure.dueOn : null },
      }),
    {
      onDone: () => {
        drop();
        onClose();
      },
    },
  );
  const errorOf = (field: string) => fieldError(t, save.error, `measure.${field}`);
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.open.replace('…', '')}
      verb={words.openVerb}
      danger={draft.kind === 'EXPELLED'}
      busy={save.isPending}
      onConfirm={draft.reason.trim() === '' ? undefined : () => save.mutate(draft)}
    >
      <Select
        label={words.kind}
        description={words.explain[draft.kind]}
        data={MEASURE_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        value={draft.kind}
        data-autofocus
        error={errorOf('kind')}
        onChange={(next) => change({ kind: MEASURE_KINDS.find((kind) => kind === next) ?? draft.kind })}
      />
      <div className={classes.pair}>
        <DateField
          label={words.openedOn}
          value={draft.openedOn}
          error={errorOf('openedOn')}
          onChange={(openedOn) => change({ openedOn: openedOn ?? '' })}
        />
        {hasDue(draft.kind) && (
          <DateField
            label={draft.kind === 'EXIT_VOLUNTARY' ? words.exitOn : words.dueOn}
            value={draft.dueOn}
            error={errorOf('dueOn')}
            onChange={(dueOn) => change({ dueOn })}
          />
        )}
      </div>
      {draft.kind === 'EXIT_VOLUNTARY' && <p className={classes.under}>{words.exitOnHelp}</p>}
      <Textarea
        label={words.reason}
        value={draft.reason}
        maxLength={2000}
        autosize
        minRows={3}
        maxRows={10}
        error={errorOf('reason')}
        onChange={(event) => change({ reason: event.currentTarget.value })}
      />
      <ErrorProblems
        error={save.error}
        atFields={['kind', 'openedOn', 'dueOn', 'reason'].map((field) => `measure.${field}`)}
      />
    </ConfirmSheet>
  );
}

/** The end of a measure: what follows, and for one that is given up why. */
export function CloseMeasureSheet({
  unit,
  measure,
  outcome,
  onClose,
}: {
  unit: UnitDetail;
  measure: ShownMeasure;
  outcome: 'DONE' | 'CANCELLED';
  onClose: () => void;
}) {
  const t = useT();
  const words = t.members.measures;
  const { draft, change, drop } = useDraft(`close ${measure.id} ${outcome}`, {
    closedOn: dayText(Date.now()),
    reason: '',
  });
  const save = useUnitDeed(
    (values: typeof draft) =>
      client.members.closeMeasure({
        id: unit.id,
        version: unit.version,
        measureId: measure.id,
        outcome,
        ...values,
      }),
    {
      onDone: () => {
        drop();
        onClose();
      },
    },
  );
  const done = outcome === 'DONE';
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={`${(done ? words.close : words.cancel).replace('…', '')}${t.formats.colon}${words.kinds[measure.kind]}`}
      verb={done ? words.closeVerb : words.cancelVerb}
      danger={done && isExit(measure.kind)}
      busy={save.isPending}
      onConfirm={!done && draft.reason.trim() === '' ? undefined : () => save.mutate(draft)}
    >
      {done && <p>{isExit(measure.kind) ? words.closeHelp.exit : words.closeHelp.other}</p>}
      <DateField
        label={words.closedOn}
        value={draft.closedOn}
        error={fieldError(t, save.error, 'closedOn')}
        onChange={(closedOn) => change({ closedOn: closedOn ?? '' })}
      />
      {!done && (
        <TextInput
          label={words.cancelReason}
          value={draft.reason}
          maxLength={500}
          data-autofocus
          error={fieldError(t, save.error, 'reason')}
          onChange={(event) => change({ reason: event.currentTarget.value })}
        />
      )}
      <ErrorProblems error={save.error} atFields={['closedOn', 'reason']} />
    </ConfirmSheet>
  );
}

function hasDue(kind: MeasureKind): boolean {
  return kind === 'RECTIFYING' || kind === 'EXIT_VOLUNTARY';
}
