import {
  IconArchive,
  IconArrowsExchange,
  IconBook2,
  IconBuilding,
  IconFilterCheck,
  IconFlask,
  IconSearch,
  IconSettings,
  IconShieldLock,
  IconSitemap,
  IconUsers,
} from '@tabler/icons-react';
import type { Catalogue } from '#shared/translations/catalogue.ts';

/** The areas that have a menu entry, in the order of the navigation. */
export const PAGE_GROUPS = [
  {
    group: 'archive',
    pages: [
      { name: 'archive', to: '/archive', Icon: IconArchive },
      { name: 'search', to: '/search', Icon: IconSearch },
    ],
  },
  {
    group: 'body',
    pages: [
      { name: 'body', to: '/body', Icon: IconSitemap },
      { name: 'people', to: '/people', Icon: IconUsers },
      { name: 'units', to: '/units', Icon: IconBuilding },
      { name: 'screening', to: '/screening', Icon: IconFilterCheck },
      { name: 'projects', to: '/projects', Icon: IconFlask },
    ],
  },
  {
    group: 'control',
    pages: [
      { name: 'confidentiality', to: '/confidentiality', Icon: IconShieldLock },
      { name: 'exchange', to: '/exchange', Icon: IconArrowsExchange },
      { name: 'journal', to: '/journal', Icon: IconBook2 },
    ],
  },
] as const satisfies readonly PageGroup[];

export const SETTINGS_PAGE = { name: 'settings', to: '/settings', Icon: IconSettings } as const;
export const ALL_PAGES = [...PAGE_GROUPS.flatMap(({ pages }) => [...pages]), SETTINGS_PAGE];

type PageGroup = {
  group: keyof Catalogue['shell']['nav']['groups'];
  pages: readonly { name: keyof Catalogue['shell']['nav']; to: string; Icon: typeof IconArchive }[];
};
