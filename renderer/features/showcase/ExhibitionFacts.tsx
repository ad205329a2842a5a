import { useQuery } from '@tanstack/react-query';
import type { Exhibition } from '#shared/showcase/contract.ts';
import { AUDIENCES, type ExhibitionFields } from '#shared/showcase/exhibition.ts';
import { api } from '../../api.ts';
import { calendarDateTyped } from '../../components/DateField/calendarDateTyped.ts';
import { DateText } from '../../components/DateText/DateText.tsx';
import { Fact, FactsColumn, Unfilled } from '../../components/FactsColumn/FactsColumn.tsx';
import { InlineChoice } from '../../components/InlineChoice/InlineChoice.tsx';
import { InlineEdit } from '../../components/InlineEdit/InlineEdit.tsx';
import { ItemLink } from '../../components/ItemLink.tsx';
import { errorSentences } from '../../components/problems.ts';
import type { VersionedEdit } from '../../components/versionedEdit.ts';
import { useT } from '../../translations.ts';
import type { ExhibitionValues } from './useExhibitionEdit.ts';

/** What is known of an exhibition; each fact is edited where it stands. */
export function ExhibitionFacts({
  exhibition,
  edit,
}: {
  exhibition: Exhibition;
  edit: VersionedEdit<ExhibitionValues>;
}) {
  const t = useT();
  const words = t.showcase.exhibitions.fields;
  const units = useQuery(api.members.list.queryOptions({ input: { text: '' } }));
  const { fields, unit } = exhibition;
  const change = (changes: Partial<ExhibitionFields>) =>
    edit((values) => ({ ...values, fields: { ...values.fields, ...changes } }));

  function fact(
    name: keyof ExhibitionFields,
    settings: Partial<Parameters<typeof InlineEdit>[0]>,
    read: (typed: string) => string | number | null = (typed) => typed,
  ) {
    return (
      <Fact name={words[name]}>
        <InlineEdit
          label={words[name]}
          value={String(fields[name] ?? '')}
          onSave={(typed) => change({ [name]: read(typed) })}
          errorText={(error) => errorSentences(t, error).join(' ')}
          {...settings}
        />
      </Fact>
    );
  }

  return (
    <FactsColumn label={t.showcase.exhibitions.facts}>
      {fact('title', { maxLength: 60 })}
      {fact('titleEn', { maxLength: 160 })}
      {fact('theme', { maxLength: 120, multiline: true })}
      {fact('themeEn', { maxLength: 300, multiline: true })}
      {fact('area', { maxLength: 80 })}
      {fact('startsOn', { maxLength: 40, shown: <DateText date={fields.startsOn} /> }, dateTyped)}
      {fact('endsOn', { maxLength: 40, shown: <DateText date={fields.endsOn} /> }, dateTyped)}
      <Fact name={words.audience}>
        <InlineChoice
          label={words.audience}
          value={fields.audience}
          choices={AUDIENCES.map((value) => ({ value, label: t.showcase.terms.audiences[value] }))}
          shown={t.showcase.terms.audiences[fields.audience]}
          onSave={(audience) => change({ audience: audience ?? 'PUBLIC' })}
        />
      </Fact>
      <Fact name={words.unit}>
        <InlineChoice
          label={words.unit}
          clearable
          value={unit?.id ?? null}
          choices={(units.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
          shown={unit === null ? <Unfilled>{words.noUnit}</Unfilled> : <ItemLink item={unit} />}
          onSave={(unitId) => edit((values) => ({ ...values, unitId }))}
        />
      </Fact>
      {fact('idleSeconds', { maxLength: 3 }, Number)}
    </FactsColumn>
  );
}

/** What is no date goes to the service as it is, and comes back with the rule it breaks. */
function dateTyped(typed: string): string | null {
  const read = calendarDateTyped(typed);
  return read === undefined ? typed : read;
}
