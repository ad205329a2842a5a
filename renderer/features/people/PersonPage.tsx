import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Person } from '#shared/people/contract.ts';
import type { PersonFields } from '#shared/people/person.ts';
import { api, client } from '../../api.ts';
import { Fact, FactsColumn, Unfilled } from '../../components/FactsColumn/FactsColumn.tsx';
import { InlineChoice } from '../../components/InlineChoice/InlineChoice.tsx';
import { InlineEdit } from '../../components/InlineEdit/InlineEdit.tsx';
import { ItemLayout } from '../../components/ItemLayout/ItemLayout.tsx';
import { ItemLink } from '../../components/ItemLink.tsx';
import { LinkedRecords } from '../../components/LinkedRecords/LinkedRecords.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { errorSentences } from '../../components/problems.ts';
import { useVersionedEdit, type VersionedEdit } from '../../components/versionedEdit.ts';
import { useT } from '../../translations.ts';

/** One person, and the records that speak of them. */
export function PersonPage() {
  const t = useT();
  const { personId = '' } = useParams({ strict: false });
  const person = useQuery(api.people.get.queryOptions({ input: { id: personId } }));
  if (person.data === undefined) return <ErrorProblems error={person.error} />;
  return (
    <ItemLayout
      item={person.data}
      list={{ to: '/people', name: t.people.title }}
      facts={<PersonFacts person={person.data} />}
    >
      <LinkedRecords title={t.people.records} query={{ people: [personId] }} none={t.people.noRecords} />
    </ItemLayout>
  );
}

type Values = { fields: PersonFields; unitId: string | null };

function PersonFacts({ person }: { person: Person }) {
  const t = useT();
  const words = t.people.fields;
  const edit = useVersionedEdit<Person, Values>({
    item: person,
    valuesOf: ({ fields, unit }) => ({ fields, unitId: unit?.id ?? null }),
    save: (input) => client.people.edit(input),
    key: api.people.get.queryKey({ input: { id: person.id } }),
  });
  return (
    <FactsColumn label={t.people.facts}>
      <TextFact name="name" max={60} person={person} edit={edit} />
      <TextFact name="position" max={100} person={person} edit={edit} />
      <UnitFact person={person} edit={edit} label={words.unit} />
      <TextFact name="phone" max={40} person={person} edit={edit} />
      <TextFact name="email" max={200} person={person} edit={edit} />
      <TextFact name="note" max={2000} person={person} edit={edit} multiline />
    </FactsColumn>
  );
}

function TextFact({
  name,
  max,
  person,
  edit,
  multiline = false,
}: {
  name: keyof PersonFields;
  max: number;
  person: Person;
  edit: VersionedEdit<Values>;
  multiline?: boolean;
}) {
  const t = useT();
  return (
    <Fact name={t.people.fields[name]}>
      <InlineEdit
        label={t.people.fields[name]}
        value={person.fields[name]}
        maxLength={max}
        multiline={multiline}
        onSave={(value) => edit((values) => ({ ...values, fields: { ...values.fields, [name]: value } }))}
        errorText={(error) => errorSentences(t, error).join(' ')}
      />
    </Fact>
  );
}

function UnitFact({ person, edit, label }: { person: Person; edit: VersionedEdit<Values>; label: string }) {
  const t = useT();
  const units = useQuery(api.members.list.queryOptions({ input: { text: '' } }));
  return (
    <Fact name={label}>
      <InlineChoice
        label={label}
        clearable
        value={person.unit?.id ?? null}
        choices={(units.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        shown={
          person.unit === null ? <Unfilled>{t.people.noUnit}</Unfilled> : <ItemLink item={person.unit} />
        }
        onSave={(unitId) => edit((values) => ({ ...values, unitId }))}
      />
    </Fact>
  );
}
