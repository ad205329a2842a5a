import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { OUTCOME_STAGES } from '#shared/outcomes/outcome.ts';
import type { Panel } from '#shared/showcase/contract.ts';
import {
  COOPERATION_NEEDS,
  COOPERATION_WAYS,
  PANEL_KINDS,
  type PanelFields,
  TECH_FIELDS,
  TRANSFER_STATUSES,
} from '#shared/showcase/panel.ts';
import { api } from '../../api.ts';
import { calendarDateTyped } from '../../components/DateField/calendarDateTyped.ts';
import { DateText } from '../../components/DateText/DateText.tsx';
import { Fact, FactsColumn, Unfilled } from '../../components/FactsColumn/FactsColumn.tsx';
import { InlineChoice } from '../../components/InlineChoice/InlineChoice.tsx';
import { InlineEdit } from '../../components/InlineEdit/InlineEdit.tsx';
import { ItemLink } from '../../components/ItemLink.tsx';
import { errorSentences, useProblems } from '../../components/problems.ts';
import type { VersionedEdit } from '../../components/versionedEdit.ts';
import { usePresenting } from '../../session.ts';
import { useT } from '../../translations.ts';
import type { PanelValues } from './usePanelEdit.ts';

/** What is known of a panel beside its words; each fact is edited where it stands. */
export function PanelFacts({ panel, edit }: { panel: Panel; edit: VersionedEdit<PanelValues> }) {
  const t = useT();
  const isRead = usePresenting();
  const words = t.showcase.panels.fields;
  const { terms } = t.showcase;
  const report = useProblems();
  const outcomes = useQuery(api.outcomes.list.queryOptions({ input: { text: '', status: null } }));
  const { fields, validTo, exhibitions } = panel;
  const change = (changes: Partial<PanelFields>) =>
    edit((values) => ({ ...values, fields: { ...values.fields, ...changes } }));

  function typed(
    name: 'maturity' | 'trl' | 'showFrom' | 'showTo',
    read: (text: string) => string | number | null,
    settings: Partial<Parameters<typeof InlineEdit>[0]> = {},
  ) {
    return (
      <Fact name={words[name]}>
        <InlineEdit
          label={words[name]}
          value={String(fields[name] ?? '')}
          maxLength={40}
          onSave={(text) => change({ [name]: read(text) })}
          errorText={(error) => errorSentences(t, error).join(' ')}
          {...settings}
        />
      </Fact>
    );
  }

  /** Several of a list; read as words where nothing is changed. */
  function severalOf<Value extends string>(
    name: 'ways' | 'needs',
    offered: readonly Value[],
    names: Readonly<Record<Value, string>>,
  ) {
    const chosen = offered.filter((each) => (fields[name] as readonly string[]).includes(each));
    return (
      <Fact name={words[name]}>
        {isRead ? (
          chosen.map((each) => names[each]).join(t.formats.list)
        ) : (
          <MultiSelect
            aria-label={words[name]}
            size="xs"
            placeholder={chosen.length === 0 ? t.actions.notFilled : undefined}
            data={offered.map((value) => ({ value, label: names[value] }))}
            value={chosen}
            onChange={(next) =>
              void change({ [name]: offered.filter((each) => next.includes(each)) }).catch(report)
            }
          />
        )}
      </Fact>
    );
  }

  return (
    <FactsColumn label={t.showcase.panels.facts}>
      <Fact name={words.kind}>
        <InlineChoice
          label={words.kind}
          value={fields.kind}
          choices={PANEL_KINDS.map((value) => ({ value, label: terms.kinds[value] }))}
          shown={terms.kinds[fields.kind]}
          onSave={(kind) => change({ kind: kind ?? 'OUTCOME' })}
        />
      </Fact>
      <Fact name={words.field}>
        <InlineChoice
          label={words.field}
          clearable
          value={fields.field}
          choices={TECH_FIELDS.map((value) => ({ value, label: terms.fields[value] }))}
          shown={
            fields.field === null ? <Unfilled>{t.actions.notFilled}</Unfilled> : terms.fields[fields.field]
          }
          onSave={(field) => change({ field })}
        />
      </Fact>
      <Fact name={words.status}>
        <InlineChoice
          label={words.status}
          clearable
          value={fields.status}
          choices={TRANSFER_STATUSES.map((value) => ({ value, label: terms.statuses[value] }))}
          shown={
            fields.status === null ? (
              <Unfilled>{t.actions.notFilled}</Unfilled>
            ) : (
              terms.statuses[fields.status]
            )
          }
          onSave={(status) => change({ status })}
        />
      </Fact>
      <Fact name={words.outcome}>
        <InlineChoice
          label={words.outcome}
          clearable
          value={panel.outcome?.id ?? null}
          choices={(outcomes.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
          shown={
            panel.outcome === null ? (
              <Unfilled>{t.actions.notFilled}</Unfilled>
            ) : (
              <ItemLink item={panel.outcome} />
            )
          }
          onSave={(outcomeId) => edit((values) => ({ ...values, outcomeId }))}
        />
      </Fact>
      {typed('maturity', numberTyped)}
      {typed('trl', numberTyped)}
      <Fact name={words.stage}>
        <InlineChoice
          label={words.stage}
          clearable
          value={fields.stage}
          choices={OUTCOME_STAGES.map((value) => ({ value, label: t.outcomes.stages[value] }))}
          shown={
            fields.stage === null ? (
              <Unfilled>{t.actions.notFilled}</Unfilled>
            ) : (
              t.outcomes.stages[fields.stage]
            )
          }
          onSave={(stage) => change({ stage })}
        />
      </Fact>
      {severalOf('ways', COOPERATION_WAYS, terms.ways)}
      {severalOf('needs', COOPERATION_NEEDS, terms.needs)}
      {typed('showFrom', dateTyped, { shown: <DateText date={fields.showFrom} /> })}
      {typed('showTo', dateTyped, { shown: <DateText date={fields.showTo} /> })}
      {validTo !== null && (
        <Fact name={words.validTo}>
          <DateText date={validTo} />
        </Fact>
      )}
      <Fact name={words.exhibitions}>
        {exhibitions.length === 0 && <Unfilled>{t.showcase.panels.noExhibitions}</Unfilled>}
        {exhibitions.map((exhibition) => (
          <div key={exhibition.id}>
            <ItemLink item={exhibition} />
          </div>
        ))}
      </Fact>
    </FactsColumn>
  );
}

function numberTyped(text: string): number | string | null {
  if (text.trim() === '') return null;
  const read = Number(text.normalize('NFKC'));
  return Number.isNaN(read) ? text : read;
}

/** What is no date goes to the service as it is, and comes back with the rule it breaks. */
function dateTyped(text: string): string | null {
  const read = calendarDateTyped(text);
  return read === undefined ? text : read;
}
