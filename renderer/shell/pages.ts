import {
  IconArchive,
  IconArrowsExchange,
  IconBook2,
  IconBuilding,
  IconBulb,
  IconFilterCheck,
  IconFlask,
  IconLayoutDashboard,
  IconMessages,
  IconPresentation,
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
      { name: 'today', to: '/today', Icon: IconLayoutDashboard, presented: false },
      { name: 'archive', to: '/archive', Icon: IconArchive, presented: true },
      { name: 'search', to: '/search', Icon: IconSearch, presented: true },
    ],
  },
  {
    group: 'body',
    pages: [
      { name: 'body', to: '/body', Icon: IconSitemap, presented: false },
      { name: 'people', to: '/people', Icon: IconUsers, presented: true },
      { name: 'units', to: '/units', Icon: IconBuilding, presented: true },
      { name: 'screening', to: '/screening', Icon: IconFilterCheck, presented: false },
      { name: 'projects', to: '/projects', Icon: IconFlask, presented: true },
      { name: 'meetings', to: '/meetings', Icon: IconMessages, presented: false },
      { name: 'outcomes', to: '/outcomes', Icon: IconBulb, presented: true },
      { name: 'showcase', to: '/showcase', Icon: IconPresentation, presented: true },
    ],
  },
  {
    group: 'control',
    pages: [
      { name: 'confidentiality', to: '/confidentiality', Icon: IconShieldLock, presented: false },
      { name: 'exchange', to: '/exchange', Icon: IconArrowsExchange, presented: false },
      { name: 'journal', to: '/journal', Icon: IconBook2, presented: false },
    ],
  },
] as const satisfies readonly PageGroup[];

export const SETTINGS_PAGE = {
  name: 'settings',
  to: '/settings',
  Icon: IconSettings,
  presented: false,
} as const;
export const ALL_PAGES = [...PAGE_GROUPS.flatMap(({ pages }) => [...pages]), SETTINGS_PAGE];

type PageGroup = {
  group: keyof Catalogue['shell']['nav']['groups'];
  pages: readonly {
    name: keyof Catalogue['shell']['nav'];
    to: string;
    Icon: typeof IconArchive;
    /** Also there in 来宾模式. */
    presented: boolean;
  }[];
};
