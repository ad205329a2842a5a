import { closeSync, ftruncateSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { corneredPicture, phonePhoto } from '../files/pictureFixtures.ts';

/** Writes files below a folder, making the folders between. @returns the folder */
export function writeFiles(folder: string, files: Readonly<Record<string, Uint8Array | string>>): string {
  for (const [path, bytes] of Object.entries(files)) {
    const whole = join(folder, path);
    mkdirSync(dirname(whole), { recursive: true });
    writeFileSync(whole, bytes);
  }
  return folder;
}

/** Photos of a meeting: one as a phone wrote it, one stored turned, one plain. */
export async function photos(): Promise<Record<string, Uint8Array>> {
  return {
    '现场合影.jpg': await phonePhoto('jpeg'),
    '签约台.jpg': await corneredPicture(6).jpeg().toBuffer(),
    '展板.png': await page('展板', '#264b6e', 900, 600),
  };
}

/** A sheet that looks scanned: lines of grey on white. */
export async function page(seed: string, colour = '#333', width = 620, height = 877): Promise<Uint8Array> {
  const lines = Array.from(
    { length: 24 },
    (_, index) =>
      `<rect x="60" y="${90 + index * 30}" width="${200 + ((seed.charCodeAt(0) * (index + 3)) % 280)}" height="9"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fdfcf8"/><g fill="${colour}">${lines.join('')}</g></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

/** A file of zeros that takes no room on the disk. */
export function sparseFile(path: string, bytes: number): void {
  const file = openSync(path, 'w');
  ftruncateSync(file, bytes);
  closeSync(file);
}

/** A PDF with a line of Latin text on each page, and a text layer that says so. */
export function pdf(lines: readonly string[]): Uint8Array {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${lines.map((_, index) => `${4 + index * 2} 0 R`).join(' ')}] /Count ${lines.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  for (const [index, line] of lines.entries()) {
    const content = `BT /F1 24 Tf 60 760 Td (${line.replace(/[()\\]/g, '\\$&')}) Tj ET`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + index * 2} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const WAV_RATE = 48_000;

/** A recording of silence in 16-bit stereo; a sparse file, so that a big one costs no disk. */
export function writeWav(path: string, seconds: number): void {
  const data = seconds * WAV_RATE * 4;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + data, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(2, 22);
  head.writeUInt32LE(WAV_RATE, 24);
  head.writeUInt32LE(WAV_RATE * 4, 28);
  head.writeUInt16LE(4, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(data, 40);
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'w');
  writeSync(file, head);
  ftruncateSync(file, head.length + data);
  closeSync(file);
}

/** Reads of a sequencer, which must never be taken in. */
export const FASTQ =
  '@SEQ_ID 1\nGATTTGGGGTTCAAAGCAGTATCGATCAAATAGTAAATCC\n+\nIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIII\n';
