import { IconCommand, IconEyeCheck, IconLock } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { client } from '../api.ts';
import { IconButton } from '../components/IconButton/IconButton.tsx';
import { useProblems } from '../components/problems.ts';
import { forgetReadings, lockVault, takeStatus, useVaultStatus } from '../session.ts';
import { useT } from '../translations.ts';
import { AppearanceMenu } from './AppearanceMenu.tsx';
import { openPalette } from './CommandPalette.tsx';
import { JobTray } from './JobTray.tsx';
import { LanguageMenu } from './LanguageMenu.tsx';
import { SEARCH_FIELD_ID, SHORTCUTS } from './shortcuts.ts';
import classes from './TopBar.module.css';

/** Loaded after the first paint: the list of hits comes with it. */
const SearchField = lazy(async () => ({
  default: (await import('../features/search/SearchField.tsx')).SearchField,
}));

/** Search across the vault, the tray of long work, and what concerns the whole program. */
export function TopBar() {
  const t = useT();
  const { presenting } = useVaultStatus();
  const navigate = useNavigate();
  const report = useProblems();
  /** One click: the visitor stands beside. */
  async function present(): Promise<void> {
    try {
      takeStatus(await client.vault.present());
      forgetReadings();
      await navigate({ to: '/archive' });
    } catch (error) {
      report(error);
    }
  }
  return (
    <header className={classes.bar}>
      <Suspense fallback={<span className={classes.searchPlace} />}>
        <SearchField id={SEARCH_FIELD_ID} shortcut={SHORTCUTS.search} />
      </Suspense>
      <div className={classes.tools}>
        {!presenting && <JobTray />}
        <IconButton label={t.shell.palette.open} shortcut={SHORTCUTS.palette} onClick={openPalette}>
          <IconCommand size={18} stroke={1.5} />
        </IconButton>
        {!presenting && (
          <IconButton label={t.shell.presentation.begin} onClick={() => void present()}>
            <IconEyeCheck size={18} stroke={1.5} />
          </IconButton>
        )}
        <LanguageMenu />
        <AppearanceMenu />
        <IconButton label={t.shell.lockNow} shortcut={SHORTCUTS.lock} onClick={() => void lockVault()}>
          <IconLock size={18} stroke={1.5} />
        </IconButton>
      </div>
    </header>
  );
}
