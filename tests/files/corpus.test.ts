import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import type { Examination } from '#electron/files/inspection.ts';
import { createInspector } from '#electron/files/inspector.ts';
import { fromPath } from '#electron/files/source.ts';
import { guardImport } from '#shared/records/importGuard.ts';

const corpus = process.env.MENGBU_CORPUS ?? '';
const describeCorpus = describe.skipIf(corpus === '');
const inspector = createInspector();
afterAll(() => inspector.close());

describeCorpus('photos of the corpus (needs MENGBU_CORPUS)', () => {
  const rows = table('photos-exif/expected.tsv');

  it.each(rows.map((row) => [row.file ?? '', row]))('%s', async (file, row) => {
    const { inspection, thumbnail } = await examine(join('photos-exif', file));
    const orientation =
      Number(row.orientation) >= 2 && Number(row.orientation) <= 8 ? Number(row.orientation) : 1;
    expect(inspection.orientation).toBe(orientation);
    const stored = [Number(row['stored width']) || null, Number(row['stored height']) || null];
    expect([inspection.width, inspection.height]).toEqual(orientation >= 5 ? stored.toReversed() : stored);
    const taken = row.DateTimeOriginal?.replace(/^(\d+):(\d+):(\d+) /, '$1-$2-$3T') || null;
    expect(inspection.takenAt?.local ?? null).toBe(taken);
    expect(inspection.camera?.make ?? null).toBe(row.make || null);
    expect(inspection.camera?.model ?? null).toBe(row.model || null);
    if (row.latitude === '') expect(inspection.gps).toBeNull();
    else {
      expect(inspection.gps?.lat).toBeCloseTo(Number(row.latitude), 5);
      expect(inspection.gps?.lon).toBeCloseTo(Number(row.longitude), 5);
    }
    if (row.type === 'MP4') expect(thumbnail).toEqual({ drawn: false, reason: 'LEFT_TO_SCREEN' });
    else if (row.type === 'HEIC') expect(thumbnail).toEqual({ drawn: false, reason: 'NO_DECODER' });
    else expect(thumbnail).toMatchObject({ drawn: true, partial: false });
  });

  it.each(['Portrait', 'tiny_orientation'])('all of %s are drawn alike, upright', async (name) => {
    const upright = await pixels(`photos-exif/orientation/${name}_1.jpg`);
    for (const orientation of [0, 2, 3, 4, 5, 6, 7, 8]) {
      const turned = await pixels(`photos-exif/orientation/${name}_${orientation}.jpg`);
      expect(turned.length).toBe(upright.length);
      const difference = turned.reduce(
        (sum, value, index) => sum + Math.abs(value - (upright[index] ?? 0)),
        0,
      );
      expect(difference / turned.length, `orientation ${orientation}`).toBeLessThan(12);
    }
  });

  it('are not changed by being looked at', async () => {
    for (const { file = '', sha256 } of table('photos-exif/FILES.tsv')) {
      if (!/\.(jpg|png|webp|heic|mp4)$/.test(file)) continue;
      await examine(join('photos-exif', file));
      expect(
        createHash('sha256')
          .update(readFileSync(join(corpus, 'photos-exif', file)))
          .digest('hex'),
      ).toBe(sha256);
    }
  });
});

describeCorpus('hostile pictures of the corpus (needs MENGBU_CORPUS)', () => {
  it('are told from good ones, each within seconds', async () => {
    for (const { file = '', 'expected behaviour': expected = '' } of table('hostile-images/FILES.tsv')) {
      const started = performance.now();
      const { inspection, thumbnail } = await examine(join('hostile-images', file));
      expect(performance.now() - started, file).toBeLessThan(5000);
      if (/must be shown|treated as PNG only/.test(expected))
        expect(thumbnail, file).toMatchObject({ drawn: true, partial: false });
      if (/^damaged|declares a huge/.test(expected)) {
        expect(inspection.problems, file).not.toEqual([]);
        expect(thumbnail.drawn ? thumbnail.partial : true, file).toBe(true);
      }
    }
  });

  it('are followed by good ones', async () => {
    expect((await examine('photos-exif/noExif.jpg')).thumbnail.drawn).toBe(true);
  });
});

describeCorpus('hostile PDF of the corpus (needs MENGBU_CORPUS)', () => {
  it('open where an ordinary reader opens them, and end quickly', async () => {
    for (const { file = '', 'pdfinfo exit': exit, pages } of table('hostile-pdf/readers.tsv')) {
      const started = performance.now();
      const { inspection } = await examine(join('hostile-pdf', file));
      expect(performance.now() - started, file).toBeLessThan(5000);
      if (exit === '0') expect(inspection.pages, file).toBe(Number(pages));
      else if (inspection.pages === null) expect(inspection.problems.length, file).toBeGreaterThan(0);
    }
  });

  it('say that they need a password, and open with an empty one', async () => {
    expect((await examine('hostile-pdf/cabinet/encryption_openpassword.pdf')).inspection.problems).toEqual([
      'NEEDS_PASSWORD',
    ]);
    expect((await examine('hostile-pdf/pdfjs/empty_protected.pdf')).inspection).toMatchObject({
      pages: 1,
      problems: [],
    });
  });
});

describeCorpus('hostile SVG of the corpus (needs MENGBU_CORPUS)', () => {
  it('are pictures or nothing, within seconds', async () => {
    for (const path of globSync('hostile-svg/*/*.svg', { cwd: corpus })) {
      const started = performance.now();
      const { inspection, thumbnail } = await examine(path);
      expect(performance.now() - started, path).toBeLessThan(5000);
      expect(inspection.mediaType, path).toBe('image/svg+xml');
      if (!thumbnail.drawn) expect(thumbnail.reason, path).toBe('DAMAGED');
    }
  });
});

describeCorpus('Chinese documents of the corpus (needs MENGBU_CORPUS)', () => {
  it('give their first page to the guard, and pass it', async () => {
    for (const { file = '', 'text that must be found': expected = '' } of table(
      'office-chinese/expected-text.tsv',
    )) {
      const { inspection } = await examine(join('office-chinese', file));
      expect(inspection.firstPageText, file).toContain(expected.replace(' (spaces in the source)', ''));
    }
    for (const path of globSync('office-chinese/*.{doc,docx,xls,xlsx,ppt,pdf}', { cwd: corpus })) {
      const { inspection } = await examine(path);
      expect(guardImport({ name: basename(path), folders: [], ...inspection }), path).toEqual({
        verdict: 'pass',
      });
    }
  });
});

async function examine(path: string): Promise<Examination> {
  const source = await fromPath(join(corpus, path));
  try {
    return await inspector.examine(source, basename(path));
  } finally {
    await source.close();
  }
}

/** Thumbnail reduced to 16 × 24 grey pixels: what is compared is the picture, not its compression. */
async function pixels(path: string): Promise<number[]> {
  const { thumbnail } = await examine(path);
  if (!thumbnail.drawn) throw new Error(`${path}: ${thumbnail.reason}`);
  return [...(await sharp(thumbnail.webp).resize(16, 24, { fit: 'fill' }).greyscale().raw().toBuffer())];
}

/** A table of the corpus; empty, so that nothing is read, where there is no corpus. */
function table(path: string): Record<string, string>[] {
  if (corpus === '') return [];
  const [head = '', ...lines] = readFileSync(join(corpus, path), 'utf8').trimEnd().split('\n');
  const columns = head.split('\t').map((name, index) => (index === 0 ? 'file' : name));
  return lines.map((line) =>
    Object.fromEntries(line.split('\t').map((value, index) => [columns[index] ?? '', value])),
  );
}
