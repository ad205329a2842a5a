import { Select, Textarea } from '@mantine/core';
import { MEMBER_CATEGORIES } from '#shared/members/membership.ts';
import type { NewCase } from '#shared/screening/case.ts';
import { PRESETS } from '#shared/screening/stages.ts';
import { LevelSelect } from '../../components/LevelSelect/LevelSelect.tsx';
import { fieldError } from '../../components/problems.ts';
import { UnitSelect } from '../../components/UnitSelect/UnitSelect.tsx';
import { useT } from '../../translations.ts';
import { CharterField } from './CharterField.tsx';
import type { CaseDraft } from './NewCaseSheet.tsx';

/** What every case is opened with. */
export function CaseFieldsForm({
  draft,
  change,
  error,
}: {
  draft: CaseDraft;
  change: (changes: Partial<CaseDraft>) => void;
  error: unknown;
}) {
  const t = useT();
  const words = t.screening;
  const { fields } = draft;
  const changeField = (changes: Partial<NewCase>) => change({ fields: { ...fields, ...changes } });
  return (
    <>
      <LevelSelect
        withTerm={false}
        value={{ level: draft.level, term: null }}
        onChange={({ level }) => change({ level })}
        levelError={fieldError(t, error, 'level')}
      />
      <UnitSelect
        label={words.unit}
        focusFirst
        value={draft.unitId}
        error={fieldError(t, error, 'unitId')}
        placeholder={t.actions.choose}
        onChange={(unitId) => change({ unitId })}
      />
      <Select
        label={words.preset}
        data={PRESETS.map((value) => ({ value, label: words.presets[value] }))}
        value={fields.preset}
        onChange={(next) =>
          changeField({ preset: PRESETS.find((preset) => preset === next) ?? fields.preset })
        }
      />
      <CharterField value={fields} error={fieldError(t, error, 'fields.charter')} onChange={changeField} />
      <Select
        label={words.category}
        data={MEMBER_CATEGORIES.map((value) => ({ value, label: t.members.categories[value] }))}
        value={fields.category}
        onChange={(next) =>
          changeField({ category: MEMBER_CATEGORIES.find((each) => each === next) ?? fields.category })
        }
      />
      <Textarea
        label={words.intended}
        value={fields.intended}
        maxLength={300}
        autosize
        minRows={1}
        maxRows={4}
        error={fieldError(t, error, 'fields.intended')}
        onChange={(event) => changeField({ intended: event.currentTarget.value })}
      />
    </>
  );
}
