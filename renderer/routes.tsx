import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { bodyRoutes } from './bodyRoutes.tsx';
import { root } from './rootRoute.tsx';
import { statusNow } from './session.ts';
import { BrokenPage } from './shell/ErrorBoundary.tsx';

/** A vault without a recovery key begins with making one; every other with what is to be done. */
const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    const status = statusNow();
    const needsKey = status?.hasRecovery === false && status.vault?.demo === false;
    if (status?.presenting) throw redirect({ to: '/archive', replace: true });
    throw redirect({ to: needsKey ? '/settings/recovery' : '/today', replace: true });
  },
});

const today = createRoute({
  getParentRoute: () => root,
  path: '/today',
  component: lazyRouteComponent(() => import('./features/today/TodayPage.tsx'), 'TodayPage'),
});

const archivePage = lazyRouteComponent(() => import('./features/records/ArchivePage.tsx'), 'ArchivePage');
const archive = createRoute({ getParentRoute: () => root, path: '/archive', component: archivePage });
const archiveView = createRoute({
  getParentRoute: () => root,
  path: '/archive/$viewId',
  component: archivePage,
});
const record = createRoute({
  getParentRoute: () => root,
  path: '/records/$recordId',
  component: lazyRouteComponent(() => import('./features/records/record/RecordPage.tsx'), 'RecordPage'),
});

const importsPage = lazyRouteComponent(
  () => import('./features/records/imports/ImportsPage.tsx'),
  'ImportsPage',
);
const imports = createRoute({ getParentRoute: () => root, path: '/imports', component: importsPage });
const importsOne = createRoute({
  getParentRoute: () => root,
  path: '/imports/$importId',
  component: importsPage,
});

const searchPage = lazyRouteComponent(() => import('./features/search/SearchPage.tsx'), 'SearchPage');
const search = createRoute({ getParentRoute: () => root, path: '/search', component: searchPage });
const searchView = createRoute({
  getParentRoute: () => root,
  path: '/search/$viewId',
  component: searchPage,
});

const exchangePage = lazyRouteComponent(() => import('./features/bundles/ExchangePage.tsx'), 'ExchangePage');
const exchange = createRoute({ getParentRoute: () => root, path: '/exchange', component: exchangePage });
const exchangeView = createRoute({
  getParentRoute: () => root,
  path: '/exchange/$view',
  component: exchangePage,
});

const confidentiality = createRoute({
  getParentRoute: () => root,
  path: '/confidentiality',
  component: lazyRouteComponent(
    () => import('./features/confidentiality/ConfidentialityPage.tsx'),
    'ConfidentialityPage',
  ),
});
const journal = createRoute({
  getParentRoute: () => root,
  path: '/journal',
  component: lazyRouteComponent(() => import('./features/journal/JournalPage.tsx'), 'JournalPage'),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('./features/settings/SettingsPage.tsx'), 'SettingsPage'),
});
const settingsSections = [
  createRoute({
    getParentRoute: () => settings,
    path: '/',
    component: lazyRouteComponent(() => import('./features/settings/BodySection.tsx'), 'BodySection'),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/users',
    component: lazyRouteComponent(() => import('./features/settings/UsersSection.tsx'), 'UsersSection'),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/passphrase',
    component: lazyRouteComponent(
      () => import('./features/settings/PassphraseSection.tsx'),
      'PassphraseSection',
    ),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/recovery',
    component: lazyRouteComponent(() => import('./features/settings/RecoverySection.tsx'), 'RecoverySection'),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/backup',
    component: lazyRouteComponent(() => import('./features/settings/BackupSection.tsx'), 'BackupSection'),
  }),
  createRoute({
    getParentRoute: () => settings,
    path: '/check',
    component: lazyRouteComponent(() => import('./features/settings/CheckSection.tsx'), 'CheckSection'),
  }),
] as const;

const routeTree = root.addChildren([
  start,
  today,
  archive,
  archiveView,
  record,
  imports,
  importsOne,
  search,
  searchView,
  ...bodyRoutes,
  confidentiality,
  exchange,
  exchangeView,
  journal,
  settings.addChildren(settingsSections),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPreloadDelay: 60,
  scrollRestoration: true,
  defaultErrorComponent: ({ error, reset }) => <BrokenPage error={error} retry={reset} />,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
