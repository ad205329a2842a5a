import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findBrowser } from '../support/findBrowser.ts';
import type { Bench } from './bench.ts';
import { median } from './measure.ts';
import { PASSPHRASE } from './vaults.ts';

const OUT = join(import.meta.dirname, '../../out');
const ROUNDS = 5;
/** Turns of the wheel, and then jumps of the bar, from the top down. */
const WHEEL_STEPS = 120;
const JUMPS = 12;

/** The longest task of the page while its list of all records is scrolled, and while a word is typed in the search. */
export const scrolling: Bench = {
  name: 'scrolling',
  async run(run) {
    const serve = join(OUT, 'electron/serve.js');
    if (!existsSync(serve) || !existsSync(join(OUT, 'renderer/index.html'))) {
      run.say('scrolling: skipped, out/ is not built');
      return [];
    }
    const folder = await run.vaultOf(run.records);
    const door = spawn(process.execPath, [serve, '--no-open'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, MENGBU_HOME: join(folder, 'home') },
    });
    const found = await findBrowser();
    const browser = await chromium.launch({
      ...found,
      env: { ...process.env, ...found.env } as Record<string, string>,
    });
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, locale: 'zh-CN' });
      await page.addInitScript(observeLongTasks);
      await page.goto(await addressOf(door));
      await page.locator('input[type=password]').fill(PASSPHRASE);
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: '档案', exact: true }).click();
      await page.getByRole('row').nth(1).waitFor();
      const gallery: number[] = [];
      const typed: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        gallery.push(await longestTask(page, () => scroll(page)));
        typed.push(await longestTask(page, () => typeInSearch(page)));
      }
      await page.getByText('表格', { exact: true }).click();
      await page.getByRole('row').nth(5).waitFor();
      const table: number[] = [];
      for (let round = 0; round < ROUNDS; round++) table.push(await longestTask(page, () => scroll(page)));
      const goal = { most: 50, of: 'ours' } as const;
      const alone = { beside: null, against: '', unit: 'ms', goal } as const;
      return [
        {
          what: `longest task, scrolling ${run.records} pictures (0: none over 50)`,
          ours: median(gallery),
          ...alone,
        },
        {
          what: `longest task, scrolling ${run.records} rows (0: none over 50)`,
          ours: median(table),
          ...alone,
        },
        { what: 'longest task, typing in the search (0: none over 50)', ours: median(typed), ...alone },
      ];
    } finally {
      await browser.close();
      await ended(door);
    }
  },
};

type Watched = { longTasks: number[] };

/** Runs in the page. Only tasks over 50 ms are reported there. */
function observeLongTasks(): void {
  const tasks: number[] = [];
  (window as unknown as Watched).longTasks = tasks;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) tasks.push(entry.duration);
  }).observe({ type: 'longtask', buffered: true });
}

async function longestTask(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    (window as unknown as Watched).longTasks.length = 0;
  });
  await work();
  await page.waitForTimeout(500);
  return page.evaluate(() => Math.max(0, ...(window as unknown as Watched).longTasks));
}

async function scroll(page: Page): Promise<void> {
  const list = page.getByRole('row').nth(1);
  await list.hover();
  for (let step = 0; step < WHEEL_STEPS; step++) {
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(16);
  }
  for (let jump = JUMPS; jump >= 0; jump--) {
    await page.evaluate((share) => {
      const rows = document.querySelector('[role=row]');
      let box = rows?.parentElement ?? null;
      while (box && box.scrollHeight <= box.clientHeight + 1) box = box.parentElement;
      if (box) box.scrollTop = (box.scrollHeight - box.clientHeight) * share;
    }, jump / JUMPS);
    await page.waitForTimeout(250);
  }
}

async function typeInSearch(page: Page): Promise<void> {
  await page.getByRole('searchbox').or(page.getByRole('combobox')).first().click();
  await page.keyboard.type('基因表达研究', { delay: 60 });
  await page.waitForTimeout(500);
  for (let letter = 0; letter < 6; letter++) await page.keyboard.press('Backspace');
  await page.keyboard.press('Escape');
}

function addressOf(door: ChildProcess): Promise<string> {
  return new Promise((done, failed) => {
    let text = '';
    door.once('exit', () => failed(new Error('the door ended')));
    door.stdout?.on('data', (part: Buffer) => {
      text += part.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\/#start=[\w-]+/.exec(text)?.[0];
      if (address) done(address);
    });
  });
}

async function ended(door: ChildProcess): Promise<void> {
  const end = new Promise((done) => door.once('exit', done));
  door.kill('SIGTERM');
  await end;
}
