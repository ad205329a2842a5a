import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { AppFrame } from './shell/AppFrame.tsx';
import { BrokenPage } from './shell/ErrorBoundary.tsx';
import { MissingPage } from './shell/MissingPage.tsx';

/** Every page and its address. An address holds a page and opaque ids, never a word of the vault. */
const root = createRootRoute({ component: AppFrame, notFoundComponent: MissingPage });

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/archive', replace: true });
  },
});

const archivePage = lazyRouteComponent(() => import('./features/records/ArchivePage.tsx'), 'ArchivePage');
const archive = createRoute({ getParentRoute: () => root, path: '/archive', component: archivePage });
const archiveView = createRoute({
  getParentRoute: () => root,
  path: '/archive/$viewId',
  component: archivePage,
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

const routeTree = root.addChildren([start, archive, archiveView, people, person]);

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
