import type { Case } from '#shared/screening/contract.ts';
import { isEnded } from '#shared/screening/stages.ts';
import { client } from '../../api.ts';
import { calendarDateTyped } from '../../components/DateField/calendarDateTyped.ts';
import { Fact, Unfilled } from '../../components/FactsColumn/FactsColumn.tsx';
import { InlineEdit } from '../../components/InlineEdit/InlineEdit.tsx';
import { numberTyped } from '../../components/NumberField/numberTyped.ts';
import { errorSentences } from '../../components/problems.ts';
import { useT } from '../../translations.ts';
import { takeCase } from './useCaseDeed.ts';

type Name =
  | 'publicityFrom'
  | 'publicityDays'
  | 'publicityPlace'
  | 'daysOff'
  | 'signedOn'
  | 'fee'
  | 'feePaidOn';

/** One particular of a running case, edited where it stands. What does not fit comes back with the rule it breaks. */
export function CaseFact({
  it,
  name,
  label,
  as,
}: {
  it: Case;
  name: Name;
  label: string;
  as: 'text' | 'date' | 'number' | 'dates';
}) {
  const t = useT();
  const value = it.fields[name];
  const written = Array.isArray(value) ? value.join(t.formats.list) : value === null ? '' : String(value);
  return (
    <Fact name={label}>
      {isEnded(it.stage) ? (
        written === '' ? (
          <Unfilled>{t.actions.notFilled}</Unfilled>
        ) : (
          written
        )
      ) : (
        <InlineEdit
          label={label}
          value={written}
          maxLength={300}
          onSave={async (typed) => {
            const fields = { [name]: READ[as](typed) } as never;
            takeCase(await client.screening.edit({ id: it.id, version: it.version, fields }));
          }}
          errorText={(error) => errorSentences(t, error).join(' ')}
        />
      )}
    </Fact>
  );
}

const dateTyped = (typed: string): unknown => {
  const read = calendarDateTyped(typed);
  return read === undefined ? typed : read;
};

const READ: Record<'text' | 'date' | 'number' | 'dates', (typed: string) => unknown> = {
  text: (typed) => typed,
  date: dateTyped,
  number: (typed) => numberTyped(typed) ?? (typed.trim() === '' ? null : typed),
  dates: (typed) =>
    typed
      .split(/[,，、;；\s]+/u)
      .filter((day) => day !== '')
      .map(dateTyped),
};
