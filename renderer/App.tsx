import { RouterProvider } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useChanges } from './changes.ts';
import { PlaceDialogs } from './components/FolderPicker/PlaceDialogs.tsx';
import { host, type SessionLoss } from './host/host.ts';
import { router } from './routes.tsx';
import { forgetVault, refreshStatus, useStatusQuery } from './session.ts';
import { ErrorBoundary } from './shell/ErrorBoundary.tsx';
import { useFocusReturn } from './shell/focusReturn.ts';
import { NoticeLayer } from './shell/NoticeLayer.tsx';
import { ServiceSilent, SessionLost } from './shell/Standstill.tsx';

const StartPage = lazy(async () => ({ default: (await import('./features/vault/StartPage.tsx')).StartPage }));
const loadLockPage = async () => ({ default: (await import('./features/vault/LockPage.tsx')).LockPage });
const LockPage = lazy(loadLockPage);

/** Which of the program's faces is shown: no vault yet, a locked one, or the open vault with its pages. */
export function App() {
  const loss = useSessionLoss();
  useFocusReturn();
  return (
    <ErrorBoundary>
      <Suspense>{loss === null ? <VaultFace /> : <SessionLost why={loss} />}</Suspense>
      <PlaceDialogs />
      <NoticeLayer />
    </ErrorBoundary>
  );
}

function VaultFace() {
  const status = useStatusQuery();
  const state = status.data?.state;
  useChanges(state === 'UNLOCKED');
  useEffect(() => host.onServiceReplaced(() => void refreshStatus()), []);
  useEffect(() => {
    if (state !== undefined && state !== 'UNLOCKED') forgetVault();
  }, [state]);
  useLockPageAhead(state === 'UNLOCKED');
  useFirstPageOf(status.data?.vault?.id);

  if (status.data === undefined)
    return status.isError ? <ServiceSilent retry={() => void status.refetch()} /> : null;
  if (status.data.state === 'NONE') return <StartPage status={status.data} />;
  if (status.data.state === 'LOCKED') return <LockPage status={status.data} />;
  return <RouterProvider router={router} />;
}

/** Locking ends the service behind the page: what is shown then is fetched while it still answers. */
function useLockPageAhead(isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return;
    // Not there in time, it is fetched when it is shown.
    const id = requestIdleCallback(() => void loadLockPage().catch(() => undefined));
    return () => cancelIdleCallback(id);
  }, [isOpen]);
}

/** An address names things of one vault: another vault begins at its first page. */
function useFirstPageOf(vaultId: string | undefined): void {
  const shown = useRef<string>(undefined);
  useEffect(() => {
    if (vaultId === undefined) return;
    if (shown.current !== undefined && shown.current !== vaultId) router.history.replace('/');
    shown.current = vaultId;
  }, [vaultId]);
}

function useSessionLoss(): SessionLoss | null {
  const [loss, setLoss] = useState<SessionLoss | null>(null);
  useEffect(() => host.onSessionLost(setLoss), []);
  return loss;
}
