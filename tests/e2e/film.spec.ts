import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import sharp from 'sharp';
import { type CodedFilm, playableMovie } from '../files/playableMovie.ts';
import { importPlan } from '../support/importPlan.ts';
import { makeExhibition, makePanel, panelFields, publish } from '../support/panels.ts';
import { type Door, expect, test } from './door.ts';
import { writeFiles } from './materials.ts';
import type { ServiceClient } from './service.ts';
import { openVault } from './vaults.ts';

const PICTURES = join(import.meta.dirname, '../../test-results/film');
/** Words of whoever filmed, where cameras and programs write them. */
const WORDS = '+30.5928+114.3055/ canary';
/** One colour a second: a picture tells at which time it stands. */
const COLOURS = ['#d02020', '#20a020', '#2030d0'] as const;

test('展览包里的视频：断网的展台电脑上从 file:// 打开，能播放、能拖动；英文展台也过无障碍检查', async ({
  home: page,
  door,
  browser,
}) => {
  test.slow();
  mkdirSync(PICTURES, { recursive: true });
  const { service } = await openVault(page);
  test.skip(!(await codesFilms(page)), 'this browser has no H.264');
  const movie = playableMovie(await encode(page), WORDS);
  const folder = await packWith(service, door, movie);
  await test.step('视频里只剩画面', () => {
    expect(movie.includes(WORDS)).toBe(true);
    const film = readFileSync(join(folder, 'media/001-1.mp4'));
    expect(film.includes('canary')).toBe(false);
    expect(film.includes('+30.5928')).toBe(false);
  });
  const booth = await openBooth(browser, folder);
  await test.step('播放与拖动', () => playAndSeek(booth));
  await test.step('英文：首屏、大厅、展板，返回首屏', () => inEnglish(booth));
  await booth.context().close();
});

const CODEC = { codec: 'avc1.42E01E', avc: { format: 'avc' }, width: 320, height: 180 } as const;

async function codesFilms(page: Page): Promise<boolean> {
  return page.evaluate(
    async (codec) => (await VideoEncoder.isConfigSupported(codec)).supported === true,
    CODEC,
  );
}

/** Three seconds of plain colours, coded by the browser itself. */
async function encode(page: Page): Promise<CodedFilm> {
  const { width, height } = CODEC;
  const size = { width, height, picturesPerSecond: 10 };
  const { configuration, pictures } = await page.evaluate(
    async ({ colours, codec, picturesPerSecond }) => {
      const { width, height } = codec;
      const text = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
      const coded: { bytes: string; isKey: boolean }[] = [];
      let described = '';
      const encoder = new VideoEncoder({
        output(chunk, metadata) {
          const bytes = new Uint8Array(chunk.byteLength);
          chunk.copyTo(bytes);
          coded.push({ bytes: text(bytes), isKey: chunk.type === 'key' });
          const description = metadata?.decoderConfig?.description;
          if (description) described = text(new Uint8Array(description as ArrayBuffer));
        },
        error(reason) {
          throw reason;
        },
      });
      encoder.configure(codec);
      const canvas = new OffscreenCanvas(width, height);
      const brush = canvas.getContext('2d');
      if (!brush) throw new Error('no canvas');
      for (let at = 0; at < colours.length * picturesPerSecond; at += 1) {
        brush.fillStyle = colours[Math.floor(at / picturesPerSecond)] ?? '';
        brush.fillRect(0, 0, width, height);
        const frame = new VideoFrame(canvas, { timestamp: (at * 1_000_000) / picturesPerSecond });
        encoder.encode(frame, { keyFrame: at % picturesPerSecond === 0 });
        frame.close();
      }
      await encoder.flush();
      return { configuration: described, pictures: coded };
    },
    { picturesPerSecond: size.picturesPerSecond, codec: CODEC, colours: COLOURS },
  );
  return {
    ...size,
    configuration: Buffer.from(configuration, 'base64'),
    pictures: pictures.map(({ bytes, isKey }) => ({ bytes: Buffer.from(bytes, 'base64'), isKey })),
  };
}

/** Files the film, shows it on a published panel, and exports the exhibition to the documents. */
async function packWith(service: ServiceClient, door: Door, movie: Buffer): Promise<string> {
  const folder = join(door.home, 'films');
  mkdirSync(folder);
  writeFiles(folder, { '样机演示.mp4': movie });
  const places = async (name: string) => {
    const { folders } = await service.places.list({ at: null, endings: [] });
    return folders.find((each) => each.name === name)?.token ?? '';
  };
  const { id } = await service.imports.begin({
    places: [await places('films')],
    plan: importPlan({ level: 'PUBLIC', takeDuplicates: true }),
  });
  await expect.poll(async () => (await service.imports.get({ id })).state).toBe('DONE');
  rmSync(folder, { recursive: true });
  const [record] = await service.citations.find({ text: '样机演示', level: 'PUBLIC', limit: 1 });
  const [file] = record?.files ?? [];
  if (!record || !file) throw new Error('the film was not filed');
  const film = { recordId: record.id, fileId: file.id, sha256: file.sha256 };
  const panel = await makePanel(service, panelFields(), [{ ...film, caption: '样机运行', captionEn: '' }]);
  await publish(service, panel.id);
  const exhibition = await makeExhibition(service, [panel.id], { title: '影像展' });
  const { jobId } = await service.exhibitions.export({
    id: exhibition.id,
    place: await places('Documents'),
    expiresOn: null,
  });
  const { folderName } = await service.exhibitions.wait({ jobId });
  return join(door.home, 'Documents', folderName);
}

async function openBooth(browser: Browser, folder: string): Promise<Page> {
  const context = await browser.newContext({ offline: true, viewport: { width: 1920, height: 1080 } });
  await context.route(/^https?:/, (route) => route.abort());
  const booth = await context.newPage();
  booth.on('pageerror', ({ message }) => {
    throw new Error(message);
  });
  await booth.goto(pathToFileURL(join(folder, 'index.html')).href);
  return booth;
}

async function playAndSeek(booth: Page): Promise<void> {
  await booth.getByRole('button', { name: '触摸屏幕开始' }).click();
  await booth.getByRole('button', { name: /甲基化检测试剂盒/ }).click();
  const film = booth.locator('video');
  await expect(film).toHaveAttribute('aria-label', '样机运行');
  const time = () => film.evaluate(({ currentTime }: HTMLVideoElement) => currentTime);
  await expect.poll(() => film.evaluate(({ duration }: HTMLVideoElement) => duration)).toBeCloseTo(3, 1);
  await film.evaluate((video: HTMLVideoElement) => {
    video.muted = true;
    return video.play();
  });
  await expect.poll(time).toBeGreaterThan(0.3);
  await film.evaluate((video: HTMLVideoElement) => video.pause());
  // Back and forth: every second has its own colour.
  for (const second of [2, 0, 1]) {
    await film.evaluate(
      (video: HTMLVideoElement, to) =>
        new Promise((done) => {
          video.addEventListener('seeked', done, { once: true });
          video.currentTime = to;
        }),
      second + 0.5,
    );
    await expect.poll(async () => colourIn(await film.screenshot())).toBe(second);
  }
  await booth.screenshot({ path: join(PICTURES, '1 视频.png') });
}

/** Which of the colours a picture shows at a third of its height: controls lie at its foot. */
async function colourIn(picture: Buffer): Promise<number> {
  const { width = 0, height = 0 } = await sharp(picture).metadata();
  const area = { left: Math.floor(width / 2), top: Math.floor(height / 3), width: 1, height: 1 };
  const pixel = await sharp(picture).extract(area).removeAlpha().raw().toBuffer();
  return [...pixel.subarray(0, 3)].indexOf(Math.max(...pixel.subarray(0, 3)));
}

async function inEnglish(booth: Page): Promise<void> {
  await booth.keyboard.press('Escape');
  await booth.getByRole('button', { name: 'English' }).click();
  await expect(booth.locator('html')).toHaveAttribute('lang', 'en');
  await see(booth, '2 hall');
  await booth.getByRole('button', { name: /Methylation assay/ }).click();
  await expect(booth.getByRole('heading', { level: 1, name: 'Methylation assay' })).toBeVisible();
  await see(booth, '3 panel');
  await booth.keyboard.press('Escape');
  await booth.getByRole('button', { name: 'Start screen' }).click();
  // Left by hand or by itself, the next visitor is met in Chinese.
  await expect(booth.getByRole('button', { name: '触摸屏幕开始' })).toBeVisible();
  await see(booth, '4 首屏');
  await booth.getByRole('button', { name: 'English' }).click();
  await expect(booth.getByRole('button', { name: 'Touch to begin' })).toBeVisible();
  await see(booth, '5 attract');
}

async function see(booth: Page, name: string): Promise<void> {
  await booth.screenshot({ path: join(PICTURES, `${name}.png`) });
  const { violations } = await new AxeBuilder({ page: booth }).setLegacyMode().analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    name,
  ).toEqual([]);
}
