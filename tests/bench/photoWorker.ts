import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import sharp from 'sharp';

/** The bare work of an import: each file's SHA-256, and its picture of 480 pixels as the product draws it. */
sharp.concurrency(1);
for (const path of (workerData as { paths: string[] }).paths) {
  const bytes = readFileSync(path);
  createHash('sha256').update(bytes).digest('hex');
  await sharp(bytes)
    .autoOrient()
    .resize(480, 480, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 80, effort: 2 })
    .toBuffer();
}
parentPort?.postMessage('done');
