import { Autocomplete } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { versionName } from '#shared/body/ruleset.ts';
import type { NewCase } from '#shared/screening/case.ts';
import { api } from '../../api.ts';
import { useT } from '../../translations.ts';

type Charter = Pick<NewCase, 'charter' | 'charterVersion'>;

/**
 * The version of the charter a case goes by: one of the rulesets, the one in force to begin with, or as it is written on paper.
 */
export function CharterField({
  value,
  error,
  onChange,
}: {
  value: Charter;
  error: string | undefined;
  onChange: (charter: Charter) => void;
}) {
  const t = useT();
  const words = t.screening;
  const { data = [] } = useQuery(api.rulesets.list.queryOptions());
  const versions = data
    .filter(({ fields }) => fields.type === 'CHARTER' || fields.type === 'SCREENING')
    .flatMap(({ id, fields, versions: own }) =>
      own.map((version) => ({
        charter: versionName(fields.title, version.number),
        charterVersion: { rulesetId: id, versionId: version.id },
        isUsual: fields.type === 'CHARTER' && version.inForce,
      })),
    );
  const usual = versions.find(({ isUsual }) => isUsual);
  const isUntouched = value.charter === '';
  const usualName = usual?.charter;
  // biome-ignore lint/correctness/useExhaustiveDependencies: filled in once, when it is known; who empties the field keeps it empty
  useEffect(() => {
    if (usual && isUntouched) onChange({ charter: usual.charter, charterVersion: usual.charterVersion });
  }, [usualName]);
  return (
    <Autocomplete
      label={words.charter}
      description={versions.length > 0 ? words.charterChoice : words.charterHelp}
      data={[...new Set(versions.map(({ charter }) => charter))]}
      value={value.charter}
      maxLength={200}
      error={error}
      onChange={(charter) =>
        onChange({
          charter,
          charterVersion: versions.find((each) => each.charter === charter)?.charterVersion ?? null,
        })
      }
    />
  );
}
