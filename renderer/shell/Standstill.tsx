import { Button } from '@mantine/core';
import { IconPlugConnectedX, IconShieldLock } from '@tabler/icons-react';
import { EmptyPage } from '../components/EmptyPage/EmptyPage.tsx';
import type { SessionLoss } from '../host/host.ts';
import { useT } from '../translations.ts';
import classes from './Standstill.module.css';

/** This page may not speak to the service: it was not opened by the program, or its session is over. */
export function SessionLost({ why }: { why: SessionLoss }) {
  const t = useT();
  const isNew = why === 'NOT_STARTED';
  return (
    <main className={classes.page}>
      <EmptyPage
        isWholePage
        icon={<IconShieldLock size={40} stroke={1.5} />}
        title={isNew ? t.errors.needsStart : t.errors.sessionLost}
      >
        {isNew ? t.errors.needsStartHelp : t.errors.sessionLostHelp}
      </EmptyPage>
    </main>
  );
}

/** The service did not answer, again and again. */
export function ServiceSilent({ retry }: { retry: () => void }) {
  const t = useT();
  return (
    <main className={classes.page}>
      <EmptyPage
        isWholePage
        icon={<IconPlugConnectedX size={40} stroke={1.5} />}
        title={t.errors.noAnswer}
        action={<Button onClick={retry}>{t.actions.retry}</Button>}
      />
    </main>
  );
}
