import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { statusNow } from './session.ts';
import { AppFrame } from './shell/AppFrame.tsx';
import { BrokenPage } from './shell/ErrorBoundary.tsx';
import { MissingPage } from './shell/MissingPage.tsx';

/** Every page and its address. An address holds a page and opaque ids, never a word of the vault. */
const root = createRootRoute({ component: AppFrame, notFoundComponent: MissingPage });

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

const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  validateSearch: creation,
  component: lazyRouteComponent(() => import('./features/people/PeoplePage.tsx'), 'PeoplePage'),
});
const person = createRoute({
  getParentRoute: () => root,
  path: '/people/$personId',
  component: lazyRouteComponent(() => import('./features/people/PersonPage.tsx'), 'PersonPage'),
});
const dossier = createRoute({
  getParentRoute: () => root,
  path: '/dossiers/$dossierId',
  component: lazyRouteComponent(() => import('./features/people/dossier/DossierPage.tsx'), 'DossierPage'),
});
const bodyPage = lazyRouteComponent(() => import('./features/body/BodyPage.tsx'), 'BodyPage');
const body = createRoute({ getParentRoute: () => root, path: '/body', component: bodyPage });
const bodyView = createRoute({ getParentRoute: () => root, path: '/body/$view', component: bodyPage });
const ruleset = createRoute({
  getParentRoute: () => root,
  path: '/rules/$rulesetId',
  component: lazyRouteComponent(() => import('./features/body/rules/RulesetPage.tsx'), 'RulesetPage'),
});
const units = createRoute({
  getParentRoute: () => root,
  path: '/units',
  validateSearch: creation,
  component: lazyRouteComponent(() => import('./features/members/UnitsPage.tsx'), 'UnitsPage'),
});
const unit = createRoute({
  getParentRoute: () => root,
  path: '/units/$unitId',
  component: lazyRouteComponent(() => import('./features/members/UnitPage.tsx'), 'UnitPage'),
});
const screening = createRoute({
  getParentRoute: () => root,
  path: '/screening',
  validateSearch: screeningSheet,
  component: lazyRouteComponent(() => import('./features/screening/ScreeningPage.tsx'), 'ScreeningPage'),
});
const screeningCase = createRoute({
  getParentRoute: () => root,
  path: '/screening/$caseId',
  component: lazyRouteComponent(() => import('./features/screening/CasePage.tsx'), 'CasePage'),
});
const panelSheet = createRoute({
  getParentRoute: () => root,
  path: '/screening/sheets/$sheetId',
  component: lazyRouteComponent(() => import('./features/screening/SheetPage.tsx'), 'SheetPage'),
});
const projects = createRoute({
  getParentRoute: () => root,
  path: '/projects',
  validateSearch: creation,
  component: lazyRouteComponent(() => import('./features/projects/ProjectsPage.tsx'), 'ProjectsPage'),
});
const project = createRoute({
  getParentRoute: () => root,
  path: '/projects/$projectId',
  component: lazyRouteComponent(() => import('./features/projects/ProjectPage.tsx'), 'ProjectPage'),
});
const meetings = createRoute({
  getParentRoute: () => root,
  path: '/meetings',
  validateSearch: creation,
  component: lazyRouteComponent(() => import('./features/meetings/MeetingsPage.tsx'), 'MeetingsPage'),
});
const meeting = createRoute({
  getParentRoute: () => root,
  path: '/meetings/$meetingId',
  component: lazyRouteComponent(() => import('./features/meetings/MeetingPage.tsx'), 'MeetingPage'),
});

const outcomes = createRoute({
  getParentRoute: () => root,
  path: '/outcomes',
  validateSearch: creation,
  component: lazyRouteComponent(() => import('./features/outcomes/OutcomesPage.tsx'), 'OutcomesPage'),
});
const outcome = createRoute({
  getParentRoute: () => root,
  path: '/outcomes/$outcomeId',
  component: lazyRouteComponent(() => import('./features/outcomes/OutcomePage.tsx'), 'OutcomePage'),
});
const maturityPanel = createRoute({
  getParentRoute: () => root,
  path: '/maturity/$panelId',
  component: lazyRouteComponent(() => import('./features/outcomes/maturity/PanelPage.tsx'), 'PanelPage'),
});
const maturitySheet = createRoute({
  getParentRoute: () => root,
  path: '/score-sheets/$sheetId',
  component: lazyRouteComponent(() => import('./features/outcomes/maturity/SheetPage.tsx'), 'SheetPage'),
});
const showcase = createRoute({
  getParentRoute: () => root,
  path: '/showcase',
  validateSearch: creation,
  component: lazyRouteComponent(() => import('./features/showcase/ExhibitionsPage.tsx'), 'ExhibitionsPage'),
});
const board = createRoute({
  getParentRoute: () => root,
  path: '/showcase/board',
  component: lazyRouteComponent(() => import('./features/showcase/BoardPage.tsx'), 'BoardPage'),
});
const exhibition = createRoute({
  getParentRoute: () => root,
  path: '/showcase/exhibitions/$exhibitionId',
  component: lazyRouteComponent(() => import('./features/showcase/ExhibitionPage.tsx'), 'ExhibitionPage'),
});
const panels = createRoute({
  getParentRoute: () => root,
  path: '/showcase/panels',
  validateSearch: creation,
  component: lazyRouteComponent(() => import('./features/showcase/PanelsPage.tsx'), 'PanelsPage'),
});
const panel = createRoute({
  getParentRoute: () => root,
  path: '/showcase/panels/$panelId',
  component: lazyRouteComponent(() => import('./features/showcase/PanelPage.tsx'), 'PanelPage'),
});
const visits = createRoute({
  getParentRoute: () => root,
  path: '/showcase/visits',
  validateSearch: creation,
  component: lazyRouteComponent(() => import('./features/showcase/VisitsPage.tsx'), 'VisitsPage'),
});
const visit = createRoute({
  getParentRoute: () => root,
  path: '/showcase/visits/$visitId',
  component: lazyRouteComponent(() => import('./features/showcase/VisitPage.tsx'), 'VisitPage'),
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
  people,
  person,
  dossier,
  body,
  bodyView,
  ruleset,
  units,
  unit,
  screening,
  screeningCase,
  panelSheet,
  projects,
  project,
  outcomes,
  outcome,
  maturityPanel,
  maturitySheet,
  showcase,
  board,
  exhibition,
  panels,
  panel,
  visits,
  visit,
  meetings,
  meeting,
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

/** `create` opens the page with its "new" sheet. */
function creation(search: Record<string, unknown>): { create?: true } {
  return search.create === true ? { create: true } : {};
}

/** Opens the page with a sheet: a new case (about a unit), or one that was decided on paper. */
function screeningSheet(search: Record<string, unknown>): { create?: true; backfill?: true; unit?: string } {
  return {
    ...(search.create === true ? { create: true as const } : {}),
    ...(search.backfill === true ? { backfill: true as const } : {}),
    ...(typeof search.unit === 'string' ? { unit: search.unit } : {}),
  };
}
