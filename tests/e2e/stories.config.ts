import { defineConfig } from '@playwright/test';
import proved from './playwright.config.ts';

/** Every story, those included that are not yet proved on this commit. */
export default defineConfig(proved, { testMatch: ['e2e/**/*.spec.ts', 'reader/**/*.spec.ts'] });
