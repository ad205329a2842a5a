import { MultiSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { highestLevel, type Level } from '#shared/confidentiality/levels.ts';
import { localDateOf } from '#shared/dates.ts';
import type { OutcomeDetail } from '#shared/outcomes/contract.ts';
import { panelWarnings } from '#shared/outcomes/panel.ts';
import { api } from '../../../api.ts';
import { ConfirmSheet } from '../../../components/ConfirmSheet/ConfirmSheet.tsx';
import { DateField } from '../../../components/DateField/DateField.tsx';
import { LevelSelect } from '../../../components/LevelSelect/LevelSelect.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../../components/problems.ts';
import { draftOf, dropDraft, keepDraft } from '../../../drafts.ts';
import { notifyDone } from '../../../notices.ts';
import { useT } from '../../../translations.ts';
import rows from '../Rows.module.css';

type Draft = { level: Level; convenedOn: string; chair: string; expertIds: string[] };
const AT_FIELDS = ['level', 'fields.convenedOn', 'fields.chair', 'expertIds'];

/** Convenes a panel on one outcome: the level first, then when and who. */
export function ConvenePanelSheet({ outcome, onClose }: { outcome: OutcomeDetail; onClose: () => void }) {
  const t = useT();
  const words = t.maturity;
  const form = `maturity.convene.${outcome.id}`;
  const navigate = useNavigate();
  const [draft, setDraft] = useState<Draft>(
    () =>
      draftOf<Draft>(form) ?? {
        level: highestLevel(['INTERNAL', outcome.level]),
        convenedOn: localDateOf(new Date()),
        chair: '',
        expertIds: [],
      },
  );
  function put(changes: Partial<Draft>): void {
    const next = { ...draft, ...changes };
    keepDraft(form, next);
    setDraft(next);
  }
  const convene = useMutation(
    api.maturity.convene.mutationOptions({
      onSuccess: ({ id }) => {
        dropDraft(form);
        notifyDone(words.convened);
        void navigate({ to: '/maturity/$panelId', params: { panelId: id } });
      },
    }),
  );
  const { level, convenedOn, chair, expertIds } = draft;
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.convene}
      verb={words.conveneVerb}
      busy={convene.isPending}
      onConfirm={
        expertIds.length === 0
          ? undefined
          : () =>
              convene.mutate({
                outcomeId: outcome.id,
                level,
                expertIds,
                fields: { convenedOn, chair, advancement: '', marketProspect: '', benefit: '' },
              })
      }
    >
      <LevelSelect
        withTerm={false}
        value={{ level, term: null }}
        onChange={(next) => put({ level: next.level })}
        levelError={fieldError(t, convene.error, 'level')}
      />
      <DateField
        label={words.fields.convenedOn}
        value={convenedOn}
        onChange={(day) => put({ convenedOn: day ?? '' })}
        error={fieldError(t, convene.error, 'fields.convenedOn')}
      />
      <TextInput
        label={words.fields.chair}
        value={chair}
        maxLength={60}
        onChange={(event) => put({ chair: event.currentTarget.value })}
      />
      <div>
        <ExpertsField
          value={expertIds}
          onChange={(next) => put({ expertIds: next })}
          error={fieldError(t, convene.error, 'expertIds')}
        />
        {expertIds.length > 0 &&
          panelWarnings(expertIds.length).map((warning) => (
            <p key={warning} className={rows.warning} role="status">
              {words.result.warnings[warning]}
            </p>
          ))}
      </div>
      <ErrorProblems error={convene.error} atFields={AT_FIELDS} />
    </ConfirmSheet>
  );
}

/** People, found by their names; the unit tells whom to leave out. */
export function ExpertsField({
  value,
  onChange,
  error,
}: {
  value: string[];
  onChange: (ids: string[]) => void;
  error?: string | undefined;
}) {
  const t = useT();
  const words = t.maturity;
  const people = useQuery(api.people.list.queryOptions({ input: { text: '' } }));
  return (
    <MultiSelect
      label={words.experts}
      description={words.expertsHelp}
      placeholder={words.chooseExperts}
      data={(people.data ?? []).map(({ id, title, unit }) => ({
        value: id,
        label: unit === null ? title : `${title} · ${unit.title}`,
      }))}
      value={value}
      onChange={onChange}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t.actions.clear }}
      hidePickedOptions
      maxValues={50}
      nothingFoundMessage={t.records.page.nobodyFound}
      error={error}
    />
  );
}
