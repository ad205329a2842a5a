import { useQuery } from '@tanstack/react-query';
import type { OutcomeDetail } from '#shared/outcomes/contract.ts';
import type { OutcomeFields } from '#shared/outcomes/outcome.ts';
import { api, client } from '../../api.ts';
import { calendarDateTyped } from '../../components/DateField/calendarDateTyped.ts';
import { DateText } from '../../components/DateText/DateText.tsx';
import { Fact, FactsColumn, Unfilled } from '../../components/FactsColumn/FactsColumn.tsx';
import { InlineChoice } from '../../components/InlineChoice/InlineChoice.tsx';
import { InlineEdit } from '../../components/InlineEdit/InlineEdit.tsx';
import { ItemLink } from '../../components/ItemLink.tsx';
import { errorSentences } from '../../components/problems.ts';
import { useVersionedEdit } from '../../components/versionedEdit.ts';
import { useT } from '../../translations.ts';
import { outcomeChoices, TRL_LEVELS } from './outcomeChoices.ts';

type Values = { fields: OutcomeFields; projectId: string | null };
type TextField = 'name' | 'technicalField' | 'cancerType' | 'registrationNo' | 'summary';

/** What is known of an outcome; each fact is edited where it stands. */
export function OutcomeFacts({ outcome }: { outcome: OutcomeDetail }) {
  const t = useT();
  const words = t.outcomes.fields;
  const choices = outcomeChoices(t);
  const projects = useQuery(api.projects.list.queryOptions({ input: { text: '' } }));
  const edit = useVersionedEdit<OutcomeDetail, Values>({
    item: outcome,
    valuesOf: ({ fields, project }) => ({ fields, projectId: project?.id ?? null }),
    save: (input) => client.outcomes.edit(input),
    key: api.outcomes.get.queryKey({ input: { id: outcome.id } }),
  });
  const { fields, project } = outcome;
  const put = (changes: Partial<OutcomeFields>) =>
    edit((values) => ({ ...values, fields: { ...values.fields, ...changes } }));
  const errorText = (error: unknown) => errorSentences(t, error).join(' ');

  const text = (name: TextField, maxLength: number, multiline = false) => (
    <Fact name={words[name]}>
      <InlineEdit
        label={words[name]}
        value={fields[name]}
        maxLength={maxLength}
        multiline={multiline}
        onSave={(typed) => put({ [name]: typed })}
        errorText={errorText}
      />
    </Fact>
  );
  const date = (name: 'begunOn' | 'completedOn') => (
    <Fact name={words[name]}>
      <InlineEdit
        label={words[name]}
        value={fields[name] ?? ''}
        maxLength={40}
        shown={<DateText date={fields[name]} />}
        onSave={(typed) => {
          const read = calendarDateTyped(typed);
          // What is no date goes to the service as it is, and comes back with the rule it breaks.
          return put({ [name]: read === undefined ? typed : read });
        }}
        errorText={errorText}
      />
    </Fact>
  );
  const choice = <Name extends keyof typeof choices>(name: Name) => {
    const offered = choices[name] as readonly { value: string; label: string }[];
    return (
      <Fact name={words[name]}>
        <InlineChoice
          label={words[name]}
          value={fields[name] as string}
          choices={offered}
          shown={offered.find(({ value }) => value === fields[name])?.label ?? ''}
          onSave={(value) => put({ [name]: value } as Partial<OutcomeFields>)}
        />
      </Fact>
    );
  };
  const appraisal = (name: 'achievementLevel' | 'innovationDegree' | 'adoption') => {
    const offered = choices[name] as readonly { value: string; label: string }[];
    const label = offered.find(({ value }) => value === fields[name])?.label;
    return (
      <Fact name={words[name]}>
        <InlineChoice
          label={words[name]}
          clearable
          value={fields[name] as string | null}
          choices={offered}
          shown={label ?? <Unfilled>{t.actions.notFilled}</Unfilled>}
          onSave={(value) => put({ [name]: value } as Partial<OutcomeFields>)}
        />
      </Fact>
    );
  };

  return (
    <FactsColumn label={t.outcomes.facts}>
      {text('name', 200)}
      {text('technicalField', 40)}
      {text('cancerType', 40)}
      {choice('highTechField')}
      {choice('form')}
      {choice('class')}
      {choice('attribute')}
      {choice('stage')}
      <Fact name={words.keywords}>
        <InlineEdit
          label={words.keywords}
          value={fields.keywords.join(t.formats.list)}
          maxLength={100}
          onSave={(typed) => put({ keywords: keywordsTyped(typed) })}
          errorText={errorText}
        />
      </Fact>
      <Fact name={words.project}>
        <InlineChoice
          label={words.project}
          clearable
          value={project?.id ?? null}
          choices={(projects.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
          shown={project === null ? <Unfilled>{t.outcomes.noProject}</Unfilled> : <ItemLink item={project} />}
          onSave={(projectId) => edit((values) => ({ ...values, projectId }))}
        />
      </Fact>
      {date('begunOn')}
      {date('completedOn')}
      {text('registrationNo', 12)}
      <Fact name={words.trl}>
        <InlineChoice
          label={words.trl}
          clearable
          value={fields.trl === null ? null : String(fields.trl)}
          choices={TRL_LEVELS.map((level) => ({ value: String(level), label: t.outcomes.trlLevel(level) }))}
          shown={
            fields.trl === null ? <Unfilled>{t.outcomes.noTrl}</Unfilled> : t.outcomes.trlLevel(fields.trl)
          }
          onSave={(trl) => put({ trl: trl === null ? null : Number(trl) })}
        />
      </Fact>
      {text('summary', 3000, true)}
      <Fact name={words.innovations}>
        <InlineEdit
          label={words.innovations}
          value={fields.innovations.join('\n')}
          maxLength={200}
          multiline
          onSave={(typed) => put({ innovations: linesTyped(typed) })}
          errorText={errorText}
        />
      </Fact>
      {appraisal('achievementLevel')}
      {appraisal('innovationDegree')}
      {appraisal('adoption')}
    </FactsColumn>
  );
}

/** One a line. */
function linesTyped(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Words parted as people part them: 、 , ; or a line. */
function keywordsTyped(typed: string): string[] {
  return typed
    .split(/[、,，;；\n]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
