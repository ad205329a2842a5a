/// <reference path="../../electron/files/formats/pdfjsWorker.d.ts" />
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type PdfLook = { texts: string[]; size: [number, number]; title: string; fonts: Set<string> };

/** What pdf.js reads in a PDF: the text of each page without spaces, the size of the first page in points. */
export async function lookAtPdf(bytes: Uint8Array): Promise<PdfLook> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, disableFontFace: true });
  const pdf = await task.promise;
  const texts: string[] = [];
  let size: [number, number] = [0, 0];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    if (number === 1) size = [width, height];
    const { items } = await page.getTextContent();
    texts.push(
      items
        .map((item) => ('str' in item ? item.str : ''))
        .join('')
        .replace(/\s+/g, ''),
    );
  }
  const { info } = await pdf.getMetadata();
  const title = 'Title' in info && typeof info.Title === 'string' ? info.Title : '';
  await task.destroy();
  return { texts, size, title, fonts: fontNames(bytes) };
}

function fontNames(bytes: Uint8Array): Set<string> {
  const names = Buffer.from(bytes)
    .toString('latin1')
    .matchAll(/\/FontName \/([^\s/]+)/g);
  return new Set([...names].map(([, name = '']) => name.replace(/^[A-Z]{6}\+/, '')));
}
