import { parentPort } from 'node:worker_threads';
import { fontFiles } from '../fontFiles.ts';
import type { WriteAnswer, WriteRequest } from './documentProtocol.ts';
import { writeDocx } from './writeDocx.ts';
import { writePdf } from './writePdf.ts';

/** Sets papers, one after the other as they are asked for. */
const port = parentPort;
if (!port) throw new Error('the document worker runs as a worker thread');

port.on('message', async (request: WriteRequest) => port.postMessage(await answerTo(request)));

async function answerTo({ id, document, format }: WriteRequest): Promise<WriteAnswer> {
  try {
    if (format === 'DOCX') return { id, ok: true, bytes: await writeDocx(document), missing: '' };
    return { id, ok: true, ...(await writePdf(document, fontFiles())) };
  } catch (error) {
    return {
      id,
      ok: false,
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}
