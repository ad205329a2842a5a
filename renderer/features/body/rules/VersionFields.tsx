import { Textarea, TextInput } from '@mantine/core';
import type { RuleVersionFields } from '#shared/body/ruleset.ts';
import type { Level } from '#shared/confidentiality/levels.ts';
import { CitationField } from '../../../components/CitationField/CitationField.tsx';
import { DateField } from '../../../components/DateField/DateField.tsx';
import { useT } from '../../../translations.ts';
import classes from './Rules.module.css';

export const NEW_VERSION: RuleVersionFields = {
  number: '',
  adoptedOn: '',
  effectiveOn: '',
  adoptedBy: '',
  text: '',
  paper: null,
};

export function isFilled({ number, adoptedOn, effectiveOn, text }: RuleVersionFields): boolean {
  return [number, adoptedOn, effectiveOn, text].every((value) => value.trim() !== '');
}

/** What is asked about one version of a charter or rule. */
export function VersionFields({
  fields,
  onChange,
  errorOf,
  level,
}: {
  fields: RuleVersionFields;
  onChange: (fields: RuleVersionFields) => void;
  errorOf: (field: keyof RuleVersionFields) => string | undefined;
  /** Of the rules: what is more confidential cannot be cited. */
  level: Level;
}) {
  const words = useT().body.rules.fields;
  return (
    <>
      <div className={classes.pair}>
        <TextInput
          label={words.number}
          value={fields.number}
          maxLength={40}
          error={errorOf('number')}
          onChange={(event) => onChange({ ...fields, number: event.currentTarget.value })}
        />
        <TextInput
          label={words.adoptedBy}
          value={fields.adoptedBy}
          maxLength={200}
          error={errorOf('adoptedBy')}
          onChange={(event) => onChange({ ...fields, adoptedBy: event.currentTarget.value })}
        />
      </div>
      <div className={classes.pair}>
        <DateField
          label={words.adoptedOn}
          value={fields.adoptedOn}
          error={errorOf('adoptedOn')}
          onChange={(adoptedOn) => onChange({ ...fields, adoptedOn: adoptedOn ?? '' })}
        />
        <DateField
          label={words.effectiveOn}
          value={fields.effectiveOn}
          error={errorOf('effectiveOn')}
          onChange={(effectiveOn) => onChange({ ...fields, effectiveOn: effectiveOn ?? '' })}
        />
      </div>
      <Textarea
        label={words.text}
        value={fields.text}
        maxLength={100_000}
        autosize
        minRows={6}
        maxRows={18}
        error={errorOf('text')}
        onChange={(event) => onChange({ ...fields, text: event.currentTarget.value })}
      />
      <CitationField
        label={words.paper}
        value={fields.paper}
        level={level}
        error={errorOf('paper')}
        onChange={(paper) => onChange({ ...fields, paper })}
      />
    </>
  );
}
