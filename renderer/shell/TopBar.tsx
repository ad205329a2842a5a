import { IconCommand, IconLock } from '@tabler/icons-react';
import { IconButton } from '../components/IconButton/IconButton.tsx';
import { lockVault } from '../session.ts';
import { useT } from '../translations.ts';
import { AppearanceMenu } from './AppearanceMenu.tsx';
import { openPalette } from './CommandPalette.tsx';
import { JobTray } from './JobTray.tsx';
import { LanguageMenu } from './LanguageMenu.tsx';
import { SearchField } from './SearchField.tsx';
import { SHORTCUTS } from './shortcuts.ts';
import classes from './TopBar.module.css';

/** Search across the vault, the tray of long work, and what concerns the whole program. */
export function TopBar() {
  const t = useT();
  return (
    <header className={classes.bar}>
      <SearchField />
      <div className={classes.tools}>
        <JobTray />
        <IconButton label={t.shell.palette.open} shortcut={SHORTCUTS.palette} onClick={openPalette}>
          <IconCommand size={18} stroke={1.5} />
        </IconButton>
        <LanguageMenu />
        <AppearanceMenu />
        <IconButton label={t.shell.lockNow} shortcut={SHORTCUTS.lock} onClick={() => void lockVault()}>
          <IconLock size={18} stroke={1.5} />
        </IconButton>
      </div>
    </header>
  );
}
