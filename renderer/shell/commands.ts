import { useMantineColorScheme } from '@mantine/core';
import {
  IconAddressBook,
  IconBuildingPlus,
  IconBulb,
  IconContract,
  IconDatabaseExport,
  IconDeviceDesktop,
  IconEyeCheck,
  IconFileImport,
  IconFilterPlus,
  IconFlask2,
  IconGavel,
  IconHeartRateMonitor,
  IconKey,
  IconLanguage,
  IconLayoutBoard,
  IconLock,
  IconMailOpened,
  IconMessagePlus,
  IconMoon,
  IconPackageExport,
  IconPresentation,
  IconSearch,
  IconSun,
  IconUserPlus,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { LANGUAGES } from '#shared/translations/catalogue.ts';
import { lockVault, useVaultStatus } from '../session.ts';
import { useTranslation } from '../translations.ts';
import { keepView } from '../views.ts';
import { ALL_PAGES } from './pages.ts';
import { SHORTCUTS } from './shortcuts.ts';
import { usePresent } from './usePresent.ts';

export type Command = { id: string; name: string; Icon: typeof IconLock; shortcut?: string; run(): void };

/** The pages and actions whose name holds the words, and last the search of the vault for them. */
export function useCommands(text: string): Command[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const wanted = text.trim().toLowerCase();
  const found = [...usePages(), ...useActions()].filter(
    ({ name, id }) => name.toLowerCase().includes(wanted) || id.includes(wanted),
  );
  if (wanted === '') return found;
  const words = text.trim();
  const search: Command = {
    id: 'search-for',
    name: t.shell.palette.searchFor(words),
    Icon: IconSearch,
    run: () => void navigate({ to: '/search/$viewId', params: { viewId: keepView({ text: words }) } }),
  };
  return [...found, search];
}

function usePages(): Command[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { presenting } = useVaultStatus();
  const pages = ALL_PAGES.filter(({ presented }) => presented || !presenting).map(({ name, to, Icon }) => ({
    id: to as string,
    name: t.shell.nav[name],
    Icon: Icon as typeof IconLock,
    run: () => void navigate({ to }),
  }));
  const imports = {
    id: '/imports',
    name: t.imports.pageTitle,
    Icon: IconFileImport,
    run: () => void navigate({ to: '/imports' }),
  };
  return presenting ? pages : [...pages, imports];
}

function useActions(): Command[] {
  const { t, choose } = useTranslation();
  const navigate = useNavigate();
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const { presenting } = useVaultStatus();
  const present = usePresent();
  const actions = [
    {
      id: 'new-person',
      name: t.people.create,
      Icon: IconUserPlus,
      run: () => void navigate({ to: '/people', search: { create: true } }),
    },
    {
      id: 'new-unit',
      name: t.members.create,
      Icon: IconBuildingPlus,
      run: () => void navigate({ to: '/units', search: { create: true } }),
    },
    {
      id: 'new-screening',
      name: t.screening.create,
      Icon: IconFilterPlus,
      run: () => void navigate({ to: '/screening', search: { create: true } }),
    },
    {
      id: 'new-project',
      name: t.projects.create,
      Icon: IconFlask2,
      run: () => void navigate({ to: '/projects', search: { create: true } }),
    },
    {
      id: 'new-outcome',
      name: t.outcomes.create,
      Icon: IconBulb,
      run: () => void navigate({ to: '/outcomes', search: { create: true } }),
    },
    {
      id: 'new-exhibition',
      name: t.showcase.exhibitions.create,
      Icon: IconPresentation,
      run: () => void navigate({ to: '/showcase', search: { create: true } }),
    },
    {
      id: 'new-panel',
      name: t.showcase.panels.create,
      Icon: IconLayoutBoard,
      run: () => void navigate({ to: '/showcase/panels', search: { create: true } }),
    },
    {
      id: 'new-visit',
      name: t.showcase.visits.create,
      Icon: IconUsersGroup,
      run: () => void navigate({ to: '/showcase/visits', search: { create: true } }),
    },
    {
      id: 'new-meeting',
      name: t.meetings.create,
      Icon: IconMessagePlus,
      run: () => void navigate({ to: '/meetings', search: { create: true } }),
    },
    {
      id: 'rules',
      name: t.body.tabs.rules,
      Icon: IconGavel,
      run: () => void navigate({ to: '/body/$view', params: { view: 'rules' } }),
    },
    ...(['new', 'open', 'contacts', 'agreements'] as const).map((view) => ({
      id: `exchange-${view}`,
      name: { new: t.bundles.compose, open: t.bundles.openOne, ...t.bundles.tabs }[view],
      Icon: EXCHANGE_ICONS[view],
      run: () => void navigate({ to: '/exchange/$view', params: { view } }),
    })),
    { id: 'present', name: t.shell.presentation.begin, Icon: IconEyeCheck, run: () => void present() },
    {
      id: 'backup',
      name: t.settings.backup.title,
      Icon: IconDatabaseExport,
      run: () => void navigate({ to: '/settings/backup' }),
    },
    {
      id: 'check-vault',
      name: t.settings.check.title,
      Icon: IconHeartRateMonitor,
      run: () => void navigate({ to: '/settings/check' }),
    },
    {
      id: 'recovery-key',
      name: t.settings.recovery.title,
      Icon: IconKey,
      run: () => void navigate({ to: '/settings/recovery' }),
    },
    {
      id: 'light',
      name: `${t.shell.theme.label}${t.formats.colon}${t.shell.theme.light}`,
      Icon: IconSun,
      run: () => setColorScheme('light'),
    },
    {
      id: 'dark',
      name: `${t.shell.theme.label}${t.formats.colon}${t.shell.theme.dark}`,
      Icon: IconMoon,
      run: () => setColorScheme('dark'),
    },
    {
      id: 'auto',
      name: `${t.shell.theme.label}${t.formats.colon}${t.shell.theme.auto}`,
      Icon: IconDeviceDesktop,
      run: () => setColorScheme('auto'),
    },
    ...LANGUAGES.map((language) => ({
      id: `language-${language}`,
      name: `${t.shell.language.label}${t.formats.colon}${t.shell.language[language]}`,
      Icon: IconLanguage,
      run: () => choose(language),
    })),
    {
      id: 'lock',
      name: t.shell.lockNow,
      Icon: IconLock,
      shortcut: SHORTCUTS.lock,
      run: () => void lockVault(),
    },
  ];
  return presenting ? actions.filter(({ id }) => VISITORS.test(id)) : actions;
}

const EXCHANGE_ICONS = {
  new: IconPackageExport,
  open: IconMailOpened,
  contacts: IconAddressBook,
  agreements: IconContract,
};

/** What a visitor may do beside looking: how it looks, in which language, and locking. */
const VISITORS = /^(light|dark|auto|lock|language-.*)$/;
