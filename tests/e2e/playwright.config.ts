import { defineConfig } from '@playwright/test';
import { findBrowser } from '../support/findBrowser.ts';

const { executablePath, args, env } = await findBrowser();

/** The stories, driven through the browser door as a person would, in Chinese. */
export default defineConfig({
  testDir: '..',
  testMatch: ['e2e/**/*.spec.ts', 'reader/**/*.spec.ts'],
  outputDir: '../../test-results',
  // Waiting costs nothing where things go well. A passphrase takes a second by design, and many on a busy machine.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  // Each worker brings its own service with its own home; two cores carry two.
  workers: 2,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list']],
  use: {
    viewport: { width: 1280, height: 720 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
    actionTimeout: 30_000,
    launchOptions: {
      executablePath,
      env: { ...process.env, ...env } as Record<string, string>,
      args: [
        ...args,
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
});
