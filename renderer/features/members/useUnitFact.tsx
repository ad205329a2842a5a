import type { UnitDetail } from '#shared/members/contract.ts';
import type { UnitFields } from '#shared/members/unit.ts';
import { api, client } from '../../api.ts';
import { calendarDateTyped } from '../../components/DateField/calendarDateTyped.ts';
import { Fact } from '../../components/FactsColumn/FactsColumn.tsx';
import { InlineEdit, type InlineEditProps } from '../../components/InlineEdit/InlineEdit.tsx';
import { numberTyped } from '../../components/NumberField/numberTyped.ts';
import { errorSentences } from '../../components/problems.ts';
import { useVersionedEdit, type VersionedEdit } from '../../components/versionedEdit.ts';
import { useT } from '../../translations.ts';

export type UnitEdit = VersionedEdit<{ fields: UnitFields }>;

export function useUnitEdit(unit: UnitDetail): UnitEdit {
  return useVersionedEdit<UnitDetail, { fields: UnitFields }>({
    item: unit,
    valuesOf: ({ fields }) => ({ fields }),
    save: (input) => client.members.edit(input),
    key: api.members.get.queryKey({ input: { id: unit.id } }),
  });
}

type FactName = Exclude<
  keyof typeof import('#shared/translations/zh-CN/members.ts').members.fields,
  'people'
> &
  keyof UnitFields;

/** One fact of a unit that is typed. What does not fit goes to the service as it is, and comes back with the rule it breaks. */
export function TypedFact({
  unit,
  edit,
  name,
  as = 'text',
  ...settings
}: {
  unit: UnitDetail;
  edit: UnitEdit;
  name: FactName;
  as?: 'text' | 'date' | 'number' | 'list';
} & Partial<InlineEditProps>) {
  const t = useT();
  const label = t.members.fields[name];
  const value = unit.fields[name];
  const written = Array.isArray(value) ? value.join(t.formats.list) : value === null ? '' : String(value);
  return (
    <Fact name={label}>
      <InlineEdit
        label={label}
        value={written}
        onSave={(typed) => edit(({ fields }) => ({ fields: { ...fields, [name]: READ[as](typed) } }))}
        errorText={(error) => errorSentences(t, error).join(' ')}
        {...settings}
      />
    </Fact>
  );
}

const READ: Record<'text' | 'date' | 'number' | 'list', (typed: string) => unknown> = {
  text: (typed) => typed,
  date: (typed) => {
    const read = calendarDateTyped(typed);
    return read === undefined ? typed : read;
  },
  number: (typed) => {
    const read = numberTyped(typed);
    return read === undefined ? typed : read;
  },
  list: (typed) => [
    ...new Set(
      typed
        .split(/[,，、;；\n]/u)
        .map((tag) => tag.trim())
        .filter((tag) => tag !== ''),
    ),
  ],
};
