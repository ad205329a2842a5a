import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { APPOINTMENT_ROLES, type AppointmentFields } from '#shared/body/appointment.ts';
import type { Appointment, Group } from '#shared/body/contract.ts';
import type { Level } from '#shared/confidentiality/levels.ts';
import { localDateOf } from '#shared/dates.ts';
import { api, client } from '../../../api.ts';
import { ConfirmSheet } from '../../../components/ConfirmSheet/ConfirmSheet.tsx';
import { DateField } from '../../../components/DateField/DateField.tsx';
import { LevelSelect } from '../../../components/LevelSelect/LevelSelect.tsx';
import { PersonSelect } from '../../../components/PersonSelect/PersonSelect.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../../components/problems.ts';
import { SaveDocument } from '../../../components/SaveDocument/SaveDocument.tsx';
import { undoDeed } from '../../../components/undoDeed.ts';
import { notifyDone } from '../../../notices.ts';
import { useT } from '../../../translations.ts';
import classes from './Groups.module.css';

/** To which group somebody is to be appointed (null: as coordinator), or the appointment to look at. */
export type AppointmentPlace = { group: Group | null } | { appointment: Appointment };

const AT_FIELDS = [
  'level',
  'personId',
  'fields.startsOn',
  'fields.endsOn',
  'fields.duty',
  'fields.letterNo',
  'fields.basis',
];

/** Appoints a person, or changes an appointment: its term, its title, what it rests on. */
export function AppointmentSheet({ place, onClose }: { place: AppointmentPlace; onClose: () => void }) {
  const t = useT();
  const words = t.body;
  const appointment = 'appointment' in place ? place.appointment : null;
  const group = 'appointment' in place ? place.appointment.group : place.group;
  const isCoordinator = group === null;
  const [level, setLevel] = useState<Level>('INTERNAL');
  const [personId, setPersonId] = useState<string | null>(appointment?.person?.id ?? null);
  const [fields, setFields] = useState<AppointmentFields>(
    appointment?.fields ?? {
      role: isCoordinator ? 'COORDINATOR' : 'MEMBER',
      duty: '',
      startsOn: localDateOf(new Date()),
      endsOn: null,
      letterNo: '',
      basis: '',
      note: '',
    },
  );
  const [succeeds, setSucceeds] = useState(true);
  const [isRemoving, setIsRemoving] = useState(false);
  const coordinators = useQuery({ ...api.appointments.coordinators.queryOptions(), enabled: isCoordinator });
  const holder = coordinators.data?.find(({ fields: { endsOn } }) => endsOn === null);
  const create = useMutation(
    api.appointments.create.mutationOptions({
      onSuccess: ({ title }) => {
        notifyDone(words.appointed(title));
        onClose();
      },
    }),
  );
  const saved = () => {
    notifyDone(t.actions.saved);
    onClose();
  };
  const edit = useMutation(api.appointments.edit.mutationOptions({ onSuccess: saved }));
  const remove = useMutation(
    api.appointments.remove.mutationOptions({
      onSuccess: (removed) => {
        notifyDone(t.actions.removed(appointment?.title ?? ''), undoDeed(removed));
        onClose();
      },
    }),
  );
  const error = create.error ?? edit.error ?? remove.error;
  const change = (next: Partial<AppointmentFields>) => setFields({ ...fields, ...next });

  function save(): void {
    const groupId = group?.id ?? null;
    if (appointment !== null)
      edit.mutate({ id: appointment.id, version: appointment.version, groupId, fields });
    else if (personId !== null)
      create.mutate({ level, personId, groupId, fields, succeeds: isCoordinator && succeeds });
  }
  if (isRemoving && appointment !== null) {
    return (
      <ConfirmSheet
        opened
        onClose={() => setIsRemoving(false)}
        title={words.removeAppointment}
        verb={t.actions.remove}
        danger
        busy={remove.isPending}
        onConfirm={() => remove.mutate({ id: appointment.id, version: appointment.version, reason: '' })}
      >
        <p>{words.removeAppointmentHelp}</p>
        <ErrorProblems error={remove.error} />
      </ConfirmSheet>
    );
  }
  const newTitle = group === null ? words.appointCoordinator : words.appointTo(group.title);
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={appointment === null ? newTitle : words.editAppointment}
      verb={appointment === null ? words.appoint : t.actions.save}
      busy={create.isPending || edit.isPending}
      onConfirm={personId === null ? undefined : save}
    >
      {appointment === null && (
        <LevelSelect
          withTerm={false}
          value={{ level, term: null }}
          onChange={({ level: next }) => setLevel(next)}
          levelError={fieldError(t, error, 'level')}
        />
      )}
      <div className={classes.pair}>
        <PersonSelect
          label={words.fields.person}
          value={personId}
          onChange={setPersonId}
          disabled={appointment !== null}
          error={fieldError(t, error, 'personId')}
        />
        {!isCoordinator && (
          <Select
            label={words.fields.role}
            data={APPOINTMENT_ROLES.filter((role) => role !== 'COORDINATOR').map((role) => ({
              value: role,
              label: words.roles[role],
            }))}
            value={fields.role}
            allowDeselect={false}
            onChange={(role) =>
              change({ role: APPOINTMENT_ROLES.find((each) => each === role) ?? fields.role })
            }
          />
        )}
      </div>
      <div className={classes.pair}>
        <DateField
          label={words.fields.startsOn}
          value={fields.startsOn}
          onChange={(startsOn) => change({ startsOn: startsOn ?? '' })}
          error={fieldError(t, error, 'fields.startsOn')}
        />
        <DateField
          label={words.fields.endsOn}
          value={fields.endsOn}
          onChange={(endsOn) => change({ endsOn })}
          error={fieldError(t, error, 'fields.endsOn')}
        />
      </div>
      {appointment === null && isCoordinator && holder !== undefined && (
        <Checkbox
          label={words.succeeds(holder.title)}
          checked={succeeds}
          onChange={(event) => setSucceeds(event.currentTarget.checked)}
        />
      )}
      <TextInput
        label={words.fields.duty}
        description={words.fields.dutyHelp}
        value={fields.duty}
        maxLength={100}
        error={fieldError(t, error, 'fields.duty')}
        onChange={(event) => change({ duty: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <TextInput
          label={words.fields.letterNo}
          value={fields.letterNo}
          maxLength={60}
          error={fieldError(t, error, 'fields.letterNo')}
          onChange={(event) => change({ letterNo: event.currentTarget.value })}
        />
        <TextInput
          label={words.fields.basis}
          value={fields.basis}
          maxLength={300}
          error={fieldError(t, error, 'fields.basis')}
          onChange={(event) => change({ basis: event.currentTarget.value })}
        />
      </div>
      {appointment !== null && (
        <div className={classes.deeds}>
          <SaveDocument
            size="xs"
            label={words.letter.button}
            offer={(format) => client.appointments.letter({ id: appointment.id, format })}
          />
          <Button variant="subtle" color="red" size="compact-sm" onClick={() => setIsRemoving(true)}>
            {words.removeAppointment}
          </Button>
        </div>
      )}
      <ErrorProblems error={error} atFields={AT_FIELDS} />
    </ConfirmSheet>
  );
}
