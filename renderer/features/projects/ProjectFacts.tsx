import { useQuery } from '@tanstack/react-query';
import type { Project } from '#shared/projects/contract.ts';
import type { ProjectFields } from '#shared/projects/project.ts';
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
import { codeTyped } from './codeTyped.ts';

type Values = { fields: ProjectFields; leadId: string | null };

/** What is known of a project; each fact is edited where it stands. */
export function ProjectFacts({ project }: { project: Project }) {
  const t = useT();
  const words = t.projects.fields;
  const units = useQuery(api.members.list.queryOptions({ input: { text: '' } }));
  const edit = useVersionedEdit<Project, Values>({
    item: project,
    valuesOf: ({ fields, lead }) => ({ fields, leadId: lead?.id ?? null }),
    save: (input) => client.projects.edit(input),
    key: api.projects.get.queryKey({ input: { id: project.id } }),
  });
  const { fields, lead } = project;

  function fact(
    name: keyof ProjectFields,
    settings: Partial<Parameters<typeof InlineEdit>[0]> = {},
    read = asIs,
  ) {
    return (
      <Fact name={words[name]}>
        <InlineEdit
          label={words[name]}
          value={fields[name] ?? ''}
          onSave={(typed) =>
            edit((values) => ({ ...values, fields: { ...values.fields, [name]: read(typed) } }))
          }
          errorText={(error) => errorSentences(t, error).join(' ')}
          {...settings}
        />
      </Fact>
    );
  }

  return (
    <FactsColumn label={t.projects.facts}>
      {fact('name', { maxLength: 200 })}
      {fact('code', { maxLength: 12 }, codeTyped)}
      <Fact name={words.lead}>
        <InlineChoice
          label={words.lead}
          clearable
          value={lead?.id ?? null}
          choices={(units.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
          shown={lead === null ? <Unfilled>{t.projects.noLead}</Unfilled> : <ItemLink item={lead} />}
          onSave={(leadId) => edit((values) => ({ ...values, leadId }))}
        />
      </Fact>
      {fact('startedOn', { maxLength: 40, shown: <DateText date={fields.startedOn} /> }, dateTyped)}
      {fact('endedOn', { maxLength: 40, shown: <DateText date={fields.endedOn} /> }, dateTyped)}
      {fact('note', { maxLength: 5000, multiline: true })}
    </FactsColumn>
  );
}

function asIs(typed: string): string | null {
  return typed;
}

/** What is no date goes to the service as it is, and comes back with the rule it breaks. */
function dateTyped(typed: string): string | null {
  const read = calendarDateTyped(typed);
  return read === undefined ? typed : read;
}
