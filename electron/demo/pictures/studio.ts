import sharp from 'sharp';
import { openFonts } from '../../drawing/nativeFonts.ts';
import type { Raw } from '../../drawing/raw.ts';
import type { Dice } from '../random.ts';
import { drawSheet, type Sheet } from './canvas.ts';
import { cleanJpeg, giveBack, type Paper, paperOf, scanOf, takeBuffer } from './paper.ts';
import { type PdfPage, pdfOf } from './pdf.ts';
import { drawScene, type Scene, type Shot, shoot } from './scene.ts';
import { sealOf } from './seal.ts';

/** A page that several documents share, such as standard clauses, is drawn once under its key. */
export type Page = Sheet | { key: string; draw(): Sheet };

/** Makes the sample's files. Papers, seals, shared pages and the scenes before the camera are kept while it is open. */
export type Studio = {
  seal(owner: string, purpose: string): Promise<Raw>;
  /** A page on paper, through the scanner. */
  scan(sheet: Sheet, paper: Paper, dice: Dice): Promise<Uint8Array>;
  /** A page that never was paper. */
  plain(sheet: Sheet): Promise<Uint8Array>;
  /** A page as a PDF has it, by itself. */
  page(page: Page): Promise<Uint8Array>;
  pdf(pages: readonly Page[], title: string, created: string): Promise<Uint8Array>;
  photo(key: string, scene: () => Scene, shot: Shot, dice: Dice): Promise<Uint8Array>;
  close(): void;
};

/** Photos of one scene follow each other: only the last few are kept. */
const SCENES_KEPT = 3;

export function openStudio(): Studio {
  const fonts = openFonts();
  const papers = new Map<string, Raw>();
  const seals = new Map<string, Promise<Raw>>();
  const pages = new Map<string, Promise<PdfPage>>();
  const scenes = new Map<string, Promise<Raw>>();
  // One thread a picture: many small pictures at once are faster than one picture on many threads.
  const before = sharp.concurrency();
  sharp.concurrency(1);

  /** A fresh sheet of paper, to be drawn upon. */
  function paper(kind: Paper, { width, height }: Sheet): Raw {
    const blank = kept(papers, `${kind}/${width}/${height}`, () => paperOf(kind, width, height));
    const data = takeBuffer(blank.data.length);
    blank.data.copy(data);
    return { ...blank, data };
  }

  async function onPaper<T>(kind: Paper, sheet: Sheet, use: (page: Raw) => Promise<T>): Promise<T> {
    const page = await drawSheet(fonts, sheet, paper(kind, sheet));
    const result = await use(page);
    giveBack(page.data);
    return result;
  }

  async function pageOf(page: Page): Promise<PdfPage> {
    if ('key' in page) return kept(pages, page.key, () => pageOf(page.draw()));
    const jpeg = await onPaper('white', page, (drawn) => cleanJpeg(drawn, 80));
    return { jpeg, width: page.width, height: page.height };
  }

  return {
    seal: (owner, purpose) => kept(seals, `${owner}/${purpose}`, () => sealOf(fonts, owner, purpose)),
    scan: (sheet, kind, dice) => onPaper(kind, sheet, (page) => scanOf(page, dice)),
    plain: (sheet) => onPaper('white', sheet, (page) => cleanJpeg(page)),
    page: async (page) => (await pageOf(page)).jpeg,
    async pdf(sheets, title, created) {
      const drawn: PdfPage[] = [];
      for (const sheet of sheets) drawn.push(await pageOf(sheet));
      return pdfOf(drawn, title, created);
    },
    async photo(key, scene, shot, dice) {
      const stage = kept(scenes, key, () => drawScene(fonts, scene()));
      const oldest = scenes.keys().next().value;
      if (scenes.size > SCENES_KEPT && oldest !== undefined) scenes.delete(oldest);
      return shoot(await stage, shot, dice);
    },
    close() {
      sharp.concurrency(before);
      fonts.release();
    },
  };
}

function kept<T>(shelf: Map<string, T>, key: string, make: () => T): T {
  const there = shelf.get(key);
  if (there !== undefined) return there;
  const made = make();
  shelf.set(key, made);
  return made;
}
