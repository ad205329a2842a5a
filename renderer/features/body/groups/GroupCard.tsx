import { Button } from '@mantine/core';
import { IconPencil, IconUserPlus } from '@tabler/icons-react';
import type { Appointment, Group } from '#shared/body/contract.ts';
import { IconButton } from '../../../components/IconButton/IconButton.tsx';
import { ItemLink } from '../../../components/ItemLink.tsx';
import { LevelMark } from '../../../components/LevelMark/LevelMark.tsx';
import { tenureText } from '../../../components/tenureText.ts';
import { useT } from '../../../translations.ts';
import classes from './Groups.module.css';

/** One group: what it does, who is in it, and who was. */
export function GroupCard({
  group,
  onEdit,
  onAppoint,
  onAppointment,
}: {
  group: Group;
  onEdit: () => void;
  onAppoint: () => void;
  onAppointment: (appointment: Appointment) => void;
}) {
  const t = useT();
  const words = t.body;
  const { fields } = group;
  const present = group.appointments.filter(({ state }) => state !== 'ENDED');
  const ended = group.appointments.filter(({ state }) => state === 'ENDED');
  return (
    <li className={classes.card}>
      <div className={classes.cardHead}>
        <h3 className={classes.title}>{group.title}</h3>
        <LevelMark level={group.level} />
        <IconButton label={`${words.editGroup}${t.formats.colon}${group.title}`} onClick={onEdit}>
          <IconPencil size={16} stroke={1.5} />
        </IconButton>
      </div>
      <p className={classes.quiet}>
        {[
          ...(words.types[fields.type] === group.title ? [] : [words.types[fields.type]]),
          ...fields.functions.map((code) => words.functions[code] ?? code),
        ].join(t.formats.separator)}
      </p>
      {fields.duties !== '' && <p className={classes.duties}>{fields.duties}</p>}
      {present.length === 0 && <p className={classes.quiet}>{words.noMembers}</p>}
      <Members appointments={present} onOpen={onAppointment} />
      {ended.length > 0 && (
        <details>
          <summary className={classes.quiet}>{words.ended(ended.length)}</summary>
          <Members appointments={ended} onOpen={onAppointment} />
        </details>
      )}
      <div>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconUserPlus size={14} stroke={1.5} aria-hidden="true" />}
          aria-label={words.appointTo(group.title)}
          onClick={onAppoint}
        >
          {words.appoint}
        </Button>
      </div>
    </li>
  );
}

function Members({
  appointments,
  onOpen,
}: {
  appointments: readonly Appointment[];
  onOpen: (appointment: Appointment) => void;
}) {
  const t = useT();
  return (
    <ul className={classes.members}>
      {appointments.map((appointment) => {
        const { id, person, unit, fields, state, title } = appointment;
        return (
          <li key={id} className={classes.member}>
            <span className={classes.role}>{fields.duty || t.body.roles[fields.role]}</span>
            <span className={classes.person}>{person === null ? title : <ItemLink item={person} />}</span>
            <span className={classes.unit}>{unit?.title}</span>
            <button
              type="button"
              className={classes.open}
              title={t.body.editAppointment}
              onClick={() => onOpen(appointment)}
            >
              {tenureText(t, fields)}
              {state === 'NOT_YET' && ` · ${t.body.states.NOT_YET}`}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
