import { Button } from '@mantine/core';
import { IconPlus, IconSitemap } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Appointment, Group } from '#shared/body/contract.ts';
import { api } from '../../../api.ts';
import { EmptyPage } from '../../../components/EmptyPage/EmptyPage.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { useProtectedScreen } from '../../../components/protectScreen.ts';
import { useT } from '../../../translations.ts';
import { type AppointmentPlace, AppointmentSheet } from './AppointmentSheet.tsx';
import { CoordinatorCard } from './CoordinatorCard.tsx';
import { GroupCard } from './GroupCard.tsx';
import { GroupSheet } from './GroupSheet.tsx';
import classes from './Groups.module.css';

/** Who leads, and which groups there are with whom. */
export function GroupsView() {
  const t = useT();
  const words = t.body;
  const groups = useQuery(api.groups.list.queryOptions());
  const [group, setGroup] = useState<Group | 'new' | null>(null);
  const [place, setPlace] = useState<AppointmentPlace | null>(null);
  const found = groups.data ?? [];
  useProtectedScreen(
    found.flatMap(({ level, appointments }) => [level, ...appointments.map((one) => one.level)]),
  );
  const create = (
    <Button leftSection={<IconPlus size={16} stroke={1.5} />} onClick={() => setGroup('new')}>
      {words.createGroup}
    </Button>
  );
  const editAppointment = (appointment: Appointment) => setPlace({ appointment });
  return (
    <div className={classes.view}>
      <CoordinatorCard onAppoint={() => setPlace({ group: null })} onEdit={editAppointment} />
      <div className={classes.head}>
        <h2 className={classes.heading}>{words.groups}</h2>
        {found.length > 0 && create}
      </div>
      <ErrorProblems error={groups.error} />
      {groups.isSuccess && found.length === 0 && (
        <EmptyPage icon={<IconSitemap size={40} stroke={1.5} />} title={words.emptyTitle} action={create}>
          {words.empty}
        </EmptyPage>
      )}
      <ul className={classes.cards}>
        {found.map((each) => (
          <GroupCard
            key={each.id}
            group={each}
            onEdit={() => setGroup(each)}
            onAppoint={() => setPlace({ group: each })}
            onAppointment={editAppointment}
          />
        ))}
      </ul>
      {group !== null && <GroupSheet group={group === 'new' ? null : group} onClose={() => setGroup(null)} />}
      {place !== null && <AppointmentSheet place={place} onClose={() => setPlace(null)} />}
    </div>
  );
}
