import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Unit } from '#shared/members/contract.ts';
import { UNIT_ROLES, type UnitFields } from '#shared/members/unit.ts';
import { api, client } from '../../api.ts';
import { Fact, FactsColumn } from '../../components/FactsColumn/FactsColumn.tsx';
import { InlineChoice } from '../../components/InlineChoice/InlineChoice.tsx';
import { InlineEdit } from '../../components/InlineEdit/InlineEdit.tsx';
import { ItemLayout } from '../../components/ItemLayout/ItemLayout.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { errorSentences } from '../../components/problems.ts';
import { useVersionedEdit, type VersionedEdit } from '../../components/versionedEdit.ts';
import { useT } from '../../translations.ts';
import { PeopleOfUnit } from './PeopleOfUnit.tsx';
import { ProjectsOfUnit } from './ProjectsOfUnit.tsx';

/** One unit, its people and the projects it leads. */
export function UnitPage() {
  const t = useT();
  const { unitId = '' } = useParams({ strict: false });
  const unit = useQuery(api.members.get.queryOptions({ input: { id: unitId } }));
  if (unit.data === undefined) return <ErrorProblems error={unit.error} />;
  return (
    <ItemLayout
      item={unit.data}
      list={{ to: '/units', name: t.members.title }}
      facts={<UnitFacts unit={unit.data} />}
    >
      <PeopleOfUnit unitId={unitId} />
      <ProjectsOfUnit unitId={unitId} />
    </ItemLayout>
  );
}

type Values = { fields: UnitFields };

function UnitFacts({ unit }: { unit: Unit }) {
  const t = useT();
  const words = t.members.fields;
  const edit = useVersionedEdit<Unit, Values>({
    item: unit,
    valuesOf: ({ fields }) => ({ fields }),
    save: (input) => client.members.edit(input),
    key: api.members.get.queryKey({ input: { id: unit.id } }),
  });
  return (
    <FactsColumn label={t.members.facts}>
      <TextFact name="name" max={120} unit={unit} edit={edit} />
      <TextFact name="shortName" max={40} unit={unit} edit={edit} />
      <Fact name={words.role}>
        <InlineChoice
          label={words.role}
          value={unit.fields.role}
          choices={UNIT_ROLES.map((role) => ({ value: role, label: t.members.roles[role] }))}
          shown={t.members.roles[unit.fields.role]}
          onSave={(role) => edit(({ fields }) => ({ fields: { ...fields, role: role ?? fields.role } }))}
        />
      </Fact>
      <TextFact name="note" max={2000} unit={unit} edit={edit} multiline />
    </FactsColumn>
  );
}

function TextFact({
  name,
  max,
  unit,
  edit,
  multiline = false,
}: {
  name: 'name' | 'shortName' | 'note';
  max: number;
  unit: Unit;
  edit: VersionedEdit<Values>;
  multiline?: boolean;
}) {
  const t = useT();
  return (
    <Fact name={t.members.fields[name]}>
      <InlineEdit
        label={t.members.fields[name]}
        value={unit.fields[name]}
        maxLength={max}
        multiline={multiline}
        onSave={(value) => edit(({ fields }) => ({ fields: { ...fields, [name]: value } }))}
        errorText={(error) => errorSentences(t, error).join(' ')}
      />
    </Fact>
  );
}
