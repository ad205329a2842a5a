import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Panel } from '#shared/outcomes/maturityContract.ts';
import type { Means } from '#shared/outcomes/radar.ts';
import { meansOfScores } from '#shared/outcomes/radar.ts';
import { completeScores } from '#shared/outcomes/scoreRules.ts';
import { api } from '../../../api.ts';
import { MaturityRadar } from '../../../components/MaturityRadar/MaturityRadar.tsx';
import { useT } from '../../../translations.ts';
import classes from './MaturitySection.module.css';

/** The radar of a result, over which one expert's sheet can be laid by who sees the single sheets. */
export function ExpertOverlay({
  experts,
  means,
  earlier,
}: {
  experts: Panel['experts'];
  means: Means;
  earlier: Means | null;
}) {
  const t = useT();
  const words = t.maturity.radar;
  const [sheetId, setSheetId] = useState<string | null>(null);
  const sheet = useQuery({
    ...api.maturitySheets.get.queryOptions({ input: { id: sheetId ?? '' } }),
    enabled: sheetId !== null,
  });
  const scores = sheetId === null || !sheet.data ? null : completeScores(sheet.data.fields.scores);
  const seen = experts.flatMap(({ sheet: own, person }) =>
    own === null || own.total === null ? [] : [{ value: own.id, label: person?.title ?? own.title }],
  );
  const name = seen.find(({ value }) => value === sheetId)?.label ?? '';
  return (
    <>
      <MaturityRadar
        means={means}
        earlier={earlier}
        overlay={scores === null ? null : { name, means: meansOfScores(scores) }}
      />
      {seen.length > 0 && (
        <Select
          className={classes.overlay}
          size="xs"
          label={words.overlay}
          placeholder={words.noOverlay}
          data={seen}
          value={sheetId}
          clearable
          onChange={setSheetId}
        />
      )}
    </>
  );
}
