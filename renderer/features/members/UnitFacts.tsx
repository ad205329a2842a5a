import type { UnitDetail } from '#shared/members/contract.ts';
import { ORG_TYPES } from '#shared/members/orgType.ts';
import { UNIT_ROLES, USCC_EXEMPTIONS } from '#shared/members/unit.ts';
import { suggestedOrgType } from '#shared/members/uscc.ts';
import { Fact, FactsColumn, Unfilled } from '../../components/FactsColumn/FactsColumn.tsx';
import { InlineChoice } from '../../components/InlineChoice/InlineChoice.tsx';
import { StatusTag } from '../../components/StatusTag/StatusTag.tsx';
import { useT } from '../../translations.ts';
import classes from './UnitPage.module.css';
import { TypedFact, useUnitEdit } from './useUnitFact.tsx';

/** Who the unit is; each fact is edited where it stands. */
export function UnitFacts({ unit }: { unit: UnitDetail }) {
  const t = useT();
  const words = t.members;
  const edit = useUnitEdit(unit);
  const { fields } = unit;
  const suggested = fields.orgType === null && fields.uscc !== '' ? suggestedOrgType(fields.uscc) : null;
  const shared = { unit, edit };
  return (
    <FactsColumn label={words.facts}>
      <TypedFact {...shared} name="name" maxLength={120} />
      <TypedFact {...shared} name="shortName" maxLength={40} />
      <TypedFact {...shared} name="uscc" maxLength={60} />
      {unit.isCodeDoubtful && <p className={classes.warn}>{words.codeDoubtful}</p>}
      {fields.uscc === '' && (
        <Fact name={words.fields.usccExemption}>
          <InlineChoice
            label={words.fields.usccExemption}
            clearable
            value={fields.usccExemption}
            choices={USCC_EXEMPTIONS.map((value) => ({ value, label: words.exemptions[value] }))}
            shown={
              fields.usccExemption === null ? (
                <Unfilled>{t.actions.notFilled}</Unfilled>
              ) : (
                words.exemptions[fields.usccExemption]
              )
            }
            onSave={(usccExemption) => edit((values) => ({ fields: { ...values.fields, usccExemption } }))}
          />
        </Fact>
      )}
      <Fact name={words.fields.orgType}>
        <InlineChoice
          label={words.fields.orgType}
          clearable
          value={fields.orgType}
          choices={ORG_TYPES.map((value) => ({ value, label: `${value} ${words.orgTypes[value]}` }))}
          shown={
            fields.orgType === null ? (
              <Unfilled>{t.actions.notFilled}</Unfilled>
            ) : (
              words.orgTypes[fields.orgType]
            )
          }
          onSave={(orgType) => edit((values) => ({ fields: { ...values.fields, orgType } }))}
        />
        {suggested !== null && (
          <span className={classes.under}>{words.codeSuggests(words.orgTypes[suggested])}</span>
        )}
      </Fact>
      <Fact name={words.fields.role}>
        <InlineChoice
          label={words.fields.role}
          value={fields.role}
          choices={UNIT_ROLES.map((role) => ({ value: role, label: words.roles[role] }))}
          shown={words.roles[fields.role]}
          onSave={(role) => edit((values) => ({ fields: { ...values.fields, role: role ?? fields.role } }))}
        />
      </Fact>
      <TypedFact
        {...shared}
        name="tags"
        as="list"
        shown={
          <span className={classes.row}>
            {fields.tags.map((tag) => (
              <StatusTag key={tag}>{tag}</StatusTag>
            ))}
          </span>
        }
      />
      <TypedFact {...shared} name="note" maxLength={2000} multiline />
    </FactsColumn>
  );
}
