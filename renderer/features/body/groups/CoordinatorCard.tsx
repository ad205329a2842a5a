import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Appointment } from '#shared/body/contract.ts';
import { api } from '../../../api.ts';
import { ItemLink } from '../../../components/ItemLink.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { tenureText } from '../../../components/tenureText.ts';
import { useT } from '../../../translations.ts';
import classes from './Groups.module.css';

/** 总协调人: who holds the office, and who held it. */
export function CoordinatorCard({
  onAppoint,
  onEdit,
}: {
  onAppoint: () => void;
  onEdit: (appointment: Appointment) => void;
}) {
  const t = useT();
  const words = t.body;
  const coordinators = useQuery(api.appointments.coordinators.queryOptions());
  const all = coordinators.data ?? [];
  const present = all.find(({ state }) => state === 'CURRENT');
  const others = all.filter((each) => each !== present);
  return (
    <section className={classes.coordinator} aria-label={words.coordinator}>
      <div className={classes.who}>
        <h2 className={classes.heading}>{words.coordinator}</h2>
        <ErrorProblems error={coordinators.error} />
        {coordinators.isSuccess && present === undefined && (
          <p className={classes.quiet}>{words.noCoordinator}</p>
        )}
        {present !== undefined && (
          <p className={classes.name}>
            {present.person === null ? present.title : <ItemLink item={present.person} />}
            <span className={classes.quiet}>{present.unit?.title}</span>
            <Tenure appointment={present} onEdit={onEdit} />
          </p>
        )}
      </div>
      {others.length > 0 && (
        <div>
          <h3 className={classes.small}>{words.history}</h3>
          <ul className={classes.former}>
            {others.map((each) => (
              <li key={each.id}>
                {each.person === null ? each.title : <ItemLink item={each.person} />}{' '}
                <Tenure appointment={each} onEdit={onEdit} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <Button variant="default" onClick={onAppoint}>
        {words.appointCoordinator}
      </Button>
    </section>
  );
}

function Tenure({
  appointment,
  onEdit,
}: {
  appointment: Appointment;
  onEdit: (appointment: Appointment) => void;
}) {
  const t = useT();
  return (
    <button
      type="button"
      className={classes.open}
      title={t.body.editAppointment}
      onClick={() => onEdit(appointment)}
    >
      {tenureText(t, appointment.fields)}
      {appointment.state === 'NOT_YET' && ` · ${t.body.states.NOT_YET}`}
    </button>
  );
}
