import { Autocomplete, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type Level, TIERS, tierOf } from '#shared/confidentiality/levels.ts';
import type { Resolution } from '#shared/meetings/meeting.ts';
import { api } from '../../api.ts';
import { DateField } from '../../components/DateField/DateField.tsx';
import { useT } from '../../translations.ts';
import classes from './ResolutionsTab.module.css';

/** What is to be done, who answers for it, by when. */
export function ResolutionFields({
  row,
  change,
  level,
}: {
  row: Resolution;
  change: (changes: Partial<Resolution>) => void;
  level: Level;
}) {
  const t = useT();
  const words = t.meetings.resolutions;
  const people = useQuery(api.people.list.queryOptions({ input: { text: '' } }));
  const units = useQuery(api.members.list.queryOptions({ input: { text: '' } }));
  const reach = TIERS.indexOf(tierOf(level));
  const isNameable = (item: { level: Level }) => TIERS.indexOf(tierOf(item.level)) <= reach;
  const owners = new Map<string, Pick<Resolution, 'personId' | 'unitId' | 'owner'>>();
  for (const { id, title, unit } of (people.data ?? []).filter(isNameable)) {
    const label = unit === null ? title : `${title} · ${unit.title}`;
    owners.set(label, { personId: id, unitId: null, owner: title });
  }
  for (const { id, title } of (units.data ?? []).filter(isNameable))
    owners.set(title, { personId: null, unitId: id, owner: title });
  return (
    <>
      <Textarea
        label={words.content}
        className={classes.wide}
        value={row.content}
        maxLength={2000}
        autosize
        minRows={1}
        maxRows={8}
        onChange={(event) => change({ content: event.currentTarget.value })}
      />
      <Autocomplete
        label={words.owner}
        placeholder={words.ownerHelp}
        data={[...owners.keys()]}
        value={row.owner}
        limit={30}
        maxLength={120}
        onChange={(typed) => change(owners.get(typed) ?? { personId: null, unitId: null, owner: typed })}
      />
      <DateField label={words.dueOn} value={row.dueOn} onChange={(dueOn) => change({ dueOn })} />
    </>
  );
}
