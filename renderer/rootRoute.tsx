import { createRootRoute } from '@tanstack/react-router';
import { AppFrame } from './shell/AppFrame.tsx';
import { MissingPage } from './shell/MissingPage.tsx';

/** Every page has its address below this one. An address holds a page and opaque ids, never a word of the vault. */
export const root = createRootRoute({ component: AppFrame, notFoundComponent: MissingPage });
