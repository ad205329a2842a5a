import { Button, MultiSelect, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type Level, TIERS, tierOf } from '#shared/confidentiality/levels.ts';
import type { Attendee } from '#shared/meetings/meeting.ts';
import { api } from '../../api.ts';
import { useProblems } from '../../components/problems.ts';
import { draftOf, dropDraft, keepDraft } from '../../drafts.ts';
import { useT } from '../../translations.ts';
import classes from './AttendeesSection.module.css';

/** Several people of the register at once, or a guest by name. */
export function AddAttendees({
  form,
  level,
  attendees,
  onAdd,
}: {
  form: string;
  level: Level;
  attendees: readonly Attendee[];
  onAdd: (added: Attendee[]) => Promise<void>;
}) {
  const t = useT();
  const words = t.meetings.attendance;
  const report = useProblems();
  const people = useQuery(api.people.list.queryOptions({ input: { text: '' } }));
  const [chosen, setChosen] = useState<string[]>([]);
  const [guest, setGuest] = useState(
    () => draftOf<{ name: string; unit: string }>(form) ?? { name: '', unit: '' },
  );
  const there = new Set(attendees.map(({ personId }) => personId));
  // Minutes name nobody who is more confidential than they are.
  const nameable = (people.data ?? []).filter(
    (person) => !there.has(person.id) && TIERS.indexOf(tierOf(person.level)) <= TIERS.indexOf(tierOf(level)),
  );

  async function addChosen(): Promise<void> {
    const added = nameable
      .filter(({ id }) => chosen.includes(id))
      .map(
        ({ id, title, unit }): Attendee => ({
          id: '',
          personId: id,
          name: title,
          unitName: unit?.title ?? '',
          attendance: 'PRESENT',
          duty: '',
        }),
      );
    try {
      await onAdd(added);
      setChosen([]);
    } catch (error) {
      report(error);
    }
  }

  async function addGuest(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (guest.name.trim() === '') return;
    try {
      await onAdd([
        { id: '', personId: null, name: guest.name, unitName: guest.unit, attendance: 'OBSERVER', duty: '' },
      ]);
      dropDraft(form);
      setGuest({ name: '', unit: '' });
    } catch (error) {
      report(error);
    }
  }

  function change(next: typeof guest): void {
    keepDraft(form, next);
    setGuest(next);
  }

  return (
    <>
      <div className={classes.add}>
        <MultiSelect
          label={words.fromRegister}
          data={nameable.map(({ id, title, unit }) => ({
            value: id,
            label: unit === null ? title : `${title} · ${unit.title}`,
          }))}
          value={chosen}
          onChange={setChosen}
          searchable
          clearable
          hidePickedOptions
          maxDropdownHeight={280}
          clearButtonProps={{ 'aria-label': t.actions.clear }}
          placeholder={t.records.page.findPeople}
          nothingFoundMessage={t.records.page.nobodyFound}
        />
        <Button
          variant="light"
          leftSection={<IconPlus size={14} stroke={1.5} aria-hidden />}
          disabled={chosen.length === 0}
          onClick={() => void addChosen()}
        >
          {chosen.length === 0 ? words.add : words.addChosen(chosen.length)}
        </Button>
      </div>
      <form className={classes.add} onSubmit={addGuest} aria-label={words.guest}>
        <div className={classes.guest}>
          <TextInput
            label={`${words.guest}${t.formats.colon}${words.guestName}`}
            value={guest.name}
            maxLength={80}
            autoComplete="off"
            onChange={(event) => change({ ...guest, name: event.currentTarget.value })}
          />
          <TextInput
            label={words.guestUnit}
            value={guest.unit}
            maxLength={120}
            autoComplete="off"
            onChange={(event) => change({ ...guest, unit: event.currentTarget.value })}
          />
        </div>
        <Button
          type="submit"
          variant="light"
          leftSection={<IconPlus size={14} stroke={1.5} aria-hidden />}
          disabled={guest.name.trim() === ''}
        >
          {words.addGuest}
        </Button>
      </form>
    </>
  );
}
