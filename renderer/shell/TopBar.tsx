import { IconCommand, IconEyeCheck, IconLock } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { IconButton } from '../components/IconButton/IconButton.tsx';
import { lockVault, useVaultStatus } from '../session.ts';
import { useT } from '../translations.ts';
import { AppearanceMenu } from './AppearanceMenu.tsx';
import { openPalette } from './CommandPalette.tsx';
import { JobTray } from './JobTray.tsx';
import { LanguageMenu } from './LanguageMenu.tsx';
import { SEARCH_FIELD_ID, SHORTCUTS } from './shortcuts.ts';
import classes from './TopBar.module.css';
import { usePresent } from './usePresent.ts';

/** Loaded after the first paint: the list of hits comes with it. */
const SearchField = lazy(async () => ({
  default: (await import('../features/search/SearchField.tsx')).SearchField,
}));

/** Search across the vault, the tray of long work, and what concerns the whole program. */
export function TopBar() {
  const t = useT();
  const { presenting } = useVaultStatus();
  const present = usePresent();
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
