import { Link } from '@tanstack/react-router';
import type { Project } from '#shared/projects/contract.ts';
import type { ProjectFields } from '#shared/projects/project.ts';
import { api, client } from '../../api.ts';
import { DateText } from '../../components/DateText/DateText.tsx';
import { Fact, FactsColumn } from '../../components/FactsColumn/FactsColumn.tsx';
import { InlineEdit } from '../../components/InlineEdit/InlineEdit.tsx';
import { errorSentences, useProblems } from '../../components/problems.ts';
import { UnitSelect } from '../../components/UnitSelect/UnitSelect.tsx';
import { useVersionedEdit } from '../../components/versionedEdit.ts';
import { useT } from '../../translations.ts';
import { codeTyped } from './codeTyped.ts';

type Values = { fields: ProjectFields; leadId: string | null };

/** What is known of a project; each fact is edited where it stands. */
export function ProjectFacts({ project }: { project: Project }) {
  const t = useT();
  const words = t.projects.fields;
  const report = useProblems();
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
        <UnitSelect
          bare
          label={words.lead}
          value={lead?.id ?? null}
          onChange={(leadId) => void edit((values) => ({ ...values, leadId })).catch(report)}
        />
        {lead !== null && (
          <Link to="/units/$unitId" params={{ unitId: lead.id }}>
            {lead.title}
          </Link>
        )}
      </Fact>
      {fact('startedOn', { type: 'date', shown: <DateText date={fields.startedOn} /> }, orNull)}
      {fact('endedOn', { type: 'date', shown: <DateText date={fields.endedOn} /> }, orNull)}
      {fact('note', { maxLength: 5000, multiline: true })}
    </FactsColumn>
  );
}

function asIs(typed: string): string | null {
  return typed;
}

function orNull(typed: string): string | null {
  return typed === '' ? null : typed;
}
