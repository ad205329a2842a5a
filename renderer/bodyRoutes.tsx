import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './rootRoute.tsx';

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
const screeningSheetPage = createRoute({
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

/** The pages of the joint body: who is in it, what it does and what comes of it. */
export const bodyRoutes = [
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
  screeningSheetPage,
  projects,
  project,
  meetings,
  meeting,
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
] as const;

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
