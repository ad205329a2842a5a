import type { Ruleset } from '#shared/body/contract.ts';
import { RULESET_TYPES, type RulesetFields } from '#shared/body/ruleset.ts';
import { api, client } from '../../../api.ts';
import { Fact, FactsColumn } from '../../../components/FactsColumn/FactsColumn.tsx';
import { InlineChoice } from '../../../components/InlineChoice/InlineChoice.tsx';
import { InlineEdit } from '../../../components/InlineEdit/InlineEdit.tsx';
import { errorSentences } from '../../../components/problems.ts';
import { useVersionedEdit } from '../../../components/versionedEdit.ts';
import { useT } from '../../../translations.ts';

/** Title, type and note; the versions have what was adopted. */
export function RulesetFacts({ ruleset }: { ruleset: Ruleset }) {
  const t = useT();
  const words = t.body.rules;
  const edit = useVersionedEdit<Ruleset, { fields: RulesetFields }>({
    item: ruleset,
    valuesOf: ({ fields }) => ({ fields }),
    save: (input) => client.rulesets.edit(input),
    key: api.rulesets.get.queryKey({ input: { id: ruleset.id } }),
  });
  const save = (change: Partial<RulesetFields>) =>
    edit(({ fields }) => ({ fields: { ...fields, ...change } }));
  const errorText = (error: unknown) => errorSentences(t, error).join(' ');
  return (
    <FactsColumn label={words.facts}>
      <Fact name={words.fields.title}>
        <InlineEdit
          label={words.fields.title}
          value={ruleset.fields.title}
          maxLength={120}
          onSave={(title) => save({ title })}
          errorText={errorText}
        />
      </Fact>
      <Fact name={words.fields.type}>
        <InlineChoice
          label={words.fields.type}
          value={ruleset.fields.type}
          choices={RULESET_TYPES.map((type) => ({ value: type, label: words.types[type] }))}
          shown={words.types[ruleset.fields.type]}
          onSave={(type) => save(type === null ? {} : { type })}
        />
      </Fact>
      <Fact name={words.fields.note}>
        <InlineEdit
          label={words.fields.note}
          value={ruleset.fields.note}
          maxLength={2000}
          multiline
          onSave={(note) => save({ note })}
          errorText={errorText}
        />
      </Fact>
    </FactsColumn>
  );
}
