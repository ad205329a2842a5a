import { useQuery } from '@tanstack/react-query';
import type { Person } from '#shared/people/contract.ts';
import type { PersonFields } from '#shared/people/person.ts';
import {
  DEGREES,
  EDUCATIONS,
  PROFESSIONAL_TITLES,
  STAFF_TIERS,
  TITLE_LEVELS,
} from '#shared/people/qualificationCodes.ts';
import { api, client } from '../../api.ts';
import { Fact, FactsColumn, Unfilled } from '../../components/FactsColumn/FactsColumn.tsx';
import { InlineChoice } from '../../components/InlineChoice/InlineChoice.tsx';
import { InlineEdit } from '../../components/InlineEdit/InlineEdit.tsx';
import { ItemLink } from '../../components/ItemLink.tsx';
import { errorSentences } from '../../components/problems.ts';
import { useVersionedEdit, type VersionedEdit } from '../../components/versionedEdit.ts';
import { useT } from '../../translations.ts';

type Values = { fields: PersonFields; unitId: string | null };
type Part = { person: Person; edit: VersionedEdit<Values> };

/** What is on the card of a person, each field edited where it stands. */
export function PersonFacts({ person }: { person: Person }) {
  const t = useT();
  const words = t.people;
  const edit = useVersionedEdit<Person, Values>({
    item: person,
    valuesOf: ({ fields, unit }) => ({ fields, unitId: unit?.id ?? null }),
    save: (input) => client.people.edit(input),
    key: api.people.get.queryKey({ input: { id: person.id } }),
  });
  const part = { person, edit };
  return (
    <FactsColumn label={words.facts}>
      <TextFact name="name" max={60} {...part} />
      <UnitFact {...part} label={words.fields.unit} />
      <TextFact name="department" max={100} {...part} />
      <TextFact name="position" max={100} {...part} />
      <TextFact name="professionalTitle" max={40} {...part} />
      <CodeFact name="titleLevel" codes={TITLE_LEVELS} names={words.titleLevels} {...part} />
      <CodeFact name="staffTier" codes={STAFF_TIERS} names={words.staffTiers} {...part} />
      <CodeFact name="education" codes={EDUCATIONS} names={words.educations} {...part} />
      <CodeFact name="degree" codes={DEGREES} names={words.degrees} {...part} />
      <TextFact name="major" max={100} {...part} />
      <TextFact name="research" max={500} {...part} multiline />
      <TextFact name="orcid" max={60} {...part} />
      <TextFact name="phone" max={40} {...part} />
      <TextFact name="email" max={200} {...part} />
      <TextFact name="note" max={2000} {...part} multiline />
    </FactsColumn>
  );
}

function TextFact({
  name,
  max,
  person,
  edit,
  multiline = false,
}: Part & { name: keyof PersonFields; max: number; multiline?: boolean }) {
  const t = useT();
  return (
    <Fact name={t.people.fields[name]}>
      <InlineEdit
        label={t.people.fields[name]}
        value={person.fields[name]}
        maxLength={max}
        multiline={multiline}
        onSave={(value) => edit((values) => ({ ...values, fields: withText(values.fields, name, value) }))}
        errorText={(error) => errorSentences(t, error).join(' ')}
      />
    </Fact>
  );
}

/** A title of the table says its level too. */
function withText(fields: PersonFields, name: keyof PersonFields, value: string): PersonFields {
  const level = name === 'professionalTitle' ? PROFESSIONAL_TITLES[value.trim()] : undefined;
  return { ...fields, [name]: value, ...(level === undefined ? {} : { titleLevel: level }) };
}

function CodeFact<Code extends string>({
  name,
  codes,
  names,
  person,
  edit,
}: Part & {
  name: 'titleLevel' | 'staffTier' | 'education' | 'degree';
  codes: readonly Code[];
  names: Readonly<Record<Code, string>>;
}) {
  const t = useT();
  const label = t.people.fields[name];
  const value = codes.find((code) => code === person.fields[name]) ?? null;
  return (
    <Fact name={label}>
      <InlineChoice<Code>
        label={label}
        clearable
        value={value}
        choices={codes.map((code) => ({ value: code, label: names[code] }))}
        shown={value === null ? <Unfilled>{t.actions.notFilled}</Unfilled> : names[value]}
        onSave={(code) => edit((values) => ({ ...values, fields: { ...values.fields, [name]: code ?? '' } }))}
      />
    </Fact>
  );
}

function UnitFact({ person, edit, label }: Part & { label: string }) {
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
