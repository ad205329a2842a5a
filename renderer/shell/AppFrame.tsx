import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { api } from '../api.ts';
import { useAutoLock, useVaultStatus } from '../session.ts';
import { useT } from '../translations.ts';
import classes from './AppFrame.module.css';
import { CommandPalette } from './CommandPalette.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { NavBar } from './NavBar.tsx';
import { TopBar } from './TopBar.tsx';
import { useShellShortcuts } from './useShellShortcuts.ts';
import { VaultBanners } from './VaultBanners.tsx';

const FOLDED = 'mengbu.navFolded';

/** The open vault: navigation at the left, top bar, and the page. */
export function AppFrame() {
  const t = useT();
  const status = useVaultStatus();
  const settings = useQuery(api.vault.settings.queryOptions());
  const [folded, setFolded] = useState(() => localStorage.getItem(FOLDED) === 'yes');
  useAutoLock(settings.data?.autoLockMinutes);
  useShellShortcuts();

  function fold(next: boolean): void {
    localStorage.setItem(FOLDED, next ? 'yes' : 'no');
    setFolded(next);
  }

  return (
    <div className={classes.frame} data-folded={folded || undefined}>
      <a href="#page" className={classes.skip}>
        {t.shell.skipToContent}
      </a>
      <NavBar status={status} folded={folded} onFold={fold} />
      <TopBar />
      <main id="page" className={classes.page} tabIndex={-1}>
        <VaultBanners status={status} />
        <div className={classes.content}>
          <ErrorBoundary>
            <Suspense>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </div>
      </main>
      <CommandPalette />
    </div>
  );
}
