import { Button, Input, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import type { UnitDetail } from '#shared/members/contract.ts';
import {
  CREDIT_RESULTS,
  CREDIT_SOURCES,
  type CreditCheck,
  creditEffect,
} from '#shared/members/creditCheck.ts';
import { client } from '../../api.ts';
import { CitationField } from '../../components/CitationField/CitationField.tsx';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { DateField } from '../../components/DateField/DateField.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../components/problems.ts';
import { useDraft } from '../../components/useDraft.ts';
import { useT } from '../../translations.ts';
import classes from './UnitPage.module.css';
import { useUnitDeed } from './useUnitDeed.ts';

const AT_FIELDS = ['queriedOn', 'queriedBy', 'keyword', 'note', 'evidence'].map((field) => `row.${field}`);

/** One look-up that a person made, with what was found. */
export function CreditSheet({
  unit,
  initial,
  onClose,
}: {
  unit: UnitDetail;
  initial: CreditCheck;
  onClose: () => void;
}) {
  const t = useT();
  const words = t.members.credit;
  const isNew = !unit.creditChecks.some(({ id }) => id === initial.id);
  const { draft, change, drop } = useDraft<CreditCheck>(
    `credit ${unit.id} ${isNew ? 'new' : initial.id}`,
    initial,
  );
  const save = useUnitDeed(
    (row: CreditCheck) => client.members.putCreditCheck({ id: unit.id, version: unit.version, row }),
    {
      onDone: () => {
        drop();
        onClose();
      },
    },
  );
  const errorOf = (field: keyof CreditCheck) => fieldError(t, save.error, `row.${field}`);
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={isNew ? words.add : words.edit}
      verb={t.actions.save}
      busy={save.isPending}
      onConfirm={() => save.mutate(draft)}
    >
      <Select
        label={words.source}
        data={CREDIT_SOURCES.map((value) => ({ value, label: words.sources[value] }))}
        value={draft.source}
        data-autofocus
        onChange={(next) =>
          change({ source: CREDIT_SOURCES.find((source) => source === next) ?? draft.source })
        }
      />
      <div className={classes.pair}>
        <DateField
          label={words.queriedOn}
          value={draft.queriedOn}
          error={errorOf('queriedOn')}
          onChange={(queriedOn) => change({ queriedOn: queriedOn ?? '' })}
        />
        <TextInput
          label={words.queriedBy}
          value={draft.queriedBy}
          maxLength={60}
          error={errorOf('queriedBy')}
          onChange={(event) => change({ queriedBy: event.currentTarget.value })}
        />
      </div>
      <TextInput
        label={words.keyword}
        value={draft.keyword}
        maxLength={120}
        error={errorOf('keyword')}
        onChange={(event) => change({ keyword: event.currentTarget.value })}
      />
      <Input.Wrapper label={words.result} labelElement="div" labelProps={{ id: 'credit-result' }}>
        <SegmentedControl
          fullWidth
          aria-labelledby="credit-result"
          data={CREDIT_RESULTS.map((value) => ({ value, label: words.results[value] }))}
          value={draft.result}
          onChange={(result) => change({ result })}
        />
        <span className={classes.under}>
          {`${words.effect}${t.formats.colon}${words.effects[creditEffect(draft)]}`}
        </span>
      </Input.Wrapper>
      <Textarea
        label={words.note}
        description={draft.source === 'SXBZXR' && draft.result !== 'CLEAR' ? words.noteHelp : undefined}
        value={draft.note}
        maxLength={2000}
        autosize
        minRows={2}
        maxRows={8}
        error={errorOf('note')}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      {draft.source === 'SXBZXR' && draft.result !== 'CLEAR' && draft.note.trim() === '' && (
        <div>
          <Button variant="default" size="xs" onClick={() => change({ note: words.noteItems })}>
            {words.takeNoteItems}
          </Button>
        </div>
      )}
      <CitationField
        label={t.citations.evidence}
        level={unit.level}
        value={draft.evidence}
        error={errorOf('evidence')}
        onChange={(evidence) => change({ evidence })}
      />
      <ErrorProblems error={save.error} atFields={AT_FIELDS} />
    </ConfirmSheet>
  );
}
