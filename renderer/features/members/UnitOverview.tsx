import type { UnitDetail } from '#shared/members/contract.ts';
import { IP_KINDS } from '#shared/members/unit.ts';
import { DateText } from '../../components/DateText/DateText.tsx';
import { FactList } from '../../components/FactsColumn/FactList.tsx';
import { Fact, Unfilled } from '../../components/FactsColumn/FactsColumn.tsx';
import { InlineChoice } from '../../components/InlineChoice/InlineChoice.tsx';
import { InlineEdit } from '../../components/InlineEdit/InlineEdit.tsx';
import { numberTyped } from '../../components/NumberField/numberTyped.ts';
import { errorSentences } from '../../components/problems.ts';
import { counted } from '../../formats.ts';
import { useT } from '../../translations.ts';
import classes from './UnitPage.module.css';
import { TypedFact, type UnitEdit, useUnitEdit } from './useUnitFact.tsx';

/** What is known of a unit beyond who it is, in groups. */
export function UnitOverview({ unit }: { unit: UnitDetail }) {
  const t = useT();
  const words = t.members;
  const edit = useUnitEdit(unit);
  const shared = { unit, edit };
  const { fields } = unit;
  const money = (amount: number | null) => (amount === null ? null : words.tenThousand(counted(amount)));
  const heads = (count: number | null) => (count === null ? null : words.headcount(counted(count)));
  return (
    <div className={classes.columns}>
      <FactList title={words.groups.registration}>
        <TypedFact {...shared} name="legalRepresentative" maxLength={60} />
        <TypedFact {...shared} name="legalTitle" maxLength={60} />
        <TypedFact {...shared} name="registeredCapital" maxLength={60} />
        <TypedFact
          {...shared}
          name="establishedOn"
          as="date"
          maxLength={40}
          shown={<DateText date={fields.establishedOn} />}
        />
        <TypedFact {...shared} name="businessScope" maxLength={2000} multiline />
        <TypedFact {...shared} name="registeredAddress" maxLength={200} />
        <TypedFact {...shared} name="mailingAddress" maxLength={200} />
        <TypedFact {...shared} name="postcode" maxLength={6} />
        <TypedFact {...shared} name="website" maxLength={200} />
      </FactList>
      <div className={classes.columns}>
        <FactList title={words.groups.capacity}>
          <TypedFact {...shared} name="staffCount" as="number" shown={heads(fields.staffCount)} />
          <TypedFact {...shared} name="rdStaffCount" as="number" shown={heads(fields.rdStaffCount)} />
          <TypedFact {...shared} name="rdExpense" as="number" shown={money(fields.rdExpense)} />
          <TypedFact {...shared} name="revenue" as="number" shown={money(fields.revenue)} />
          <YesNoFact unit={unit} edit={edit} name="foreignControlled" />
          <YesNoFact unit={unit} edit={edit} name="stateEstablished" />
        </FactList>
        <FactList title={words.groups.contact} note={words.personalInfo}>
          <TypedFact {...shared} name="contactName" maxLength={60} />
          <TypedFact {...shared} name="contactPhone" maxLength={40} />
          <TypedFact {...shared} name="contactEmail" maxLength={120} />
        </FactList>
        <FactList title={words.groups.ip}>
          {IP_KINDS.map((kind) => (
            <Fact key={kind} name={words.ipKinds[kind]}>
              <InlineEdit
                label={words.ipKinds[kind]}
                value={fields.ipCounts[kind] === undefined ? '' : String(fields.ipCounts[kind])}
                onSave={(typed) => {
                  const { [kind]: _, ...others } = fields.ipCounts;
                  const read = numberTyped(typed);
                  const ipCounts =
                    read === null ? others : { ...others, [kind]: (read ?? typed) as unknown as number };
                  return edit((values) => ({ fields: { ...values.fields, ipCounts } }));
                }}
                errorText={(error) => errorSentences(t, error).join(' ')}
              />
            </Fact>
          ))}
        </FactList>
      </div>
    </div>
  );
}

/** A declaration: yes, no, or not made yet. */
function YesNoFact({
  unit,
  edit,
  name,
}: {
  unit: UnitDetail;
  edit: UnitEdit;
  name: 'foreignControlled' | 'stateEstablished';
}) {
  const t = useT();
  const words = t.members.fields;
  const value = unit.fields[name];
  return (
    <Fact name={words[name]}>
      <InlineChoice
        label={words[name]}
        clearable
        value={value === null ? null : value ? 'yes' : 'no'}
        choices={[
          { value: 'yes', label: t.actions.yes },
          { value: 'no', label: t.actions.no },
        ]}
        shown={
          <span title={words[`${name}Help`]}>
            {value === null ? (
              <Unfilled>{t.actions.notFilled}</Unfilled>
            ) : value ? (
              t.actions.yes
            ) : (
              t.actions.no
            )}
          </span>
        }
        onSave={(next) =>
          edit(({ fields }) => ({ fields: { ...fields, [name]: next === null ? null : next === 'yes' } }))
        }
      />
    </Fact>
  );
}
