import { defineConfig } from '@playwright/test';
import { findRuntime, NO_RUNTIME } from './desktop.ts';
import type { Host } from './door.ts';

if (findRuntime() === null) process.stderr.write(`The stories are skipped: ${NO_RUNTIME}.\n`);

/** The stories that need nothing but the screens, in the real desktop window. Without the Electron runtime all are skipped. */
export default defineConfig<{ host: Host }>({
  testDir: '.',
  testMatch: ['vault.spec.ts', 'demo.spec.ts'],
  outputDir: '../../test-results/desktop',
  timeout: 240_000,
  expect: { timeout: 30_000 },
  // Windows of one desktop compete for the focus.
  workers: 1,
  reporter: [['list']],
  use: { host: 'desktop', actionTimeout: 30_000, trace: 'retain-on-failure' },
});
