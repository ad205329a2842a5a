import { Checkbox, SegmentedControl } from '@mantine/core';
import type { ImportItem } from '#shared/bundles/receivedContract.ts';
import { LevelMark } from '../../../components/LevelMark/LevelMark.tsx';
import { ProblemList } from '../../../components/ProblemList/ProblemList.tsx';
import { useT } from '../../../translations.ts';
import { type Choice, NO_CHOICE } from './choices.ts';
import { fieldNameOf } from './fieldNameOf.ts';
import { fieldValueText } from './fieldValueText.ts';
import classes from './ImportPanel.module.css';

/** One item of a bundle against the vault. Differences are shown where something has to be seen or decided. */
export function ImportItemRow({
  item,
  choice = NO_CHOICE,
  onChoice,
}: {
  item: ImportItem;
  choice: Choice | undefined;
  onChoice: (choice: Choice) => void;
}) {
  const t = useT();
  const words = t.bundles.import;
  const canSkip = item.status !== 'SAME' && item.status !== 'REFUSED';
  const shown = item.status === 'CREATE' ? [] : item.fields;
  return (
    <li className={classes.item}>
      <div className={classes.head}>
        <span className={classes.kind}>{t.search.kinds[item.kind]}</span>
        <span className={classes.name}>{item.title}</span>
        <LevelMark level={item.level} mark={item.mark} />
        {canSkip && (
          <Checkbox
            size="xs"
            label={words.skip}
            checked={choice.skip}
            onChange={(event) => onChoice({ ...choice, skip: event.currentTarget.checked })}
          />
        )}
      </div>
      <ProblemList problems={item.problems} />
      {item.unusable.length > 0 && (
        <p className={classes.unusable}>
          {words.unusable(
            item.unusable.map((field) => fieldNameOf(t, item.kind, field)).join(t.formats.list),
          )}
        </p>
      )}
      {shown.length > 0 && !choice.skip && (
        <table className={classes.fields}>
          <thead>
            <tr>
              <th scope="col" className={classes.columnName}>
                {words.field}
              </th>
              <th scope="col" className={classes.columnName}>
                {words.ours}
              </th>
              <th scope="col" className={classes.columnName}>
                {words.theirs}
              </th>
              <th scope="col" className={classes.columnName} aria-label={words.take} />
            </tr>
          </thead>
          <tbody>
            {shown.map((field) => (
              <FieldRow
                key={field.field}
                kind={item.kind}
                field={field}
                value={choice.fields[field.field]}
                onChange={(value) =>
                  onChoice({ ...choice, fields: { ...choice.fields, [field.field]: value } })
                }
              />
            ))}
          </tbody>
        </table>
      )}
    </li>
  );
}

type Field = ImportItem['fields'][number];

function FieldRow({
  kind,
  field: { field, local, theirs, change },
  value,
  onChange,
}: {
  kind: ImportItem['kind'];
  field: Field;
  value: 'THEIRS' | 'OURS' | undefined;
  onChange: (value: 'THEIRS' | 'OURS') => void;
}) {
  const t = useT();
  const words = t.bundles.import;
  const byRule = change === 'UPDATE' ? 'THEIRS' : change === 'CONFLICT' ? '' : 'OURS';
  return (
    <tr data-change={change}>
      <th scope="row" className={classes.fieldName}>
        {fieldNameOf(t, kind, field)}
      </th>
      <td className={classes.value}>{fieldValueText(t, field, local)}</td>
      <td className={classes.value}>{fieldValueText(t, field, theirs)}</td>
      <td className={classes.choice}>
        <SegmentedControl
          size="xs"
          aria-label={fieldNameOf(t, kind, field)}
          value={value ?? byRule}
          onChange={(next) => onChange(next === 'THEIRS' ? 'THEIRS' : 'OURS')}
          data={[
            { value: 'OURS', label: words.keep },
            { value: 'THEIRS', label: words.take },
          ]}
        />
        {change === 'KEPT' && <span className={classes.kept}>{words.kept}</span>}
      </td>
    </tr>
  );
}
