import { GlobalWorkerOptions, getDocument, PDFDataRangeTransport, type PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { BundledData } from './bundledData.ts';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Pictures of more pixels than this are left out of a page: they are mistakes or bombs. */
const LARGEST_IMAGE = 120_000_000;

export type PdfOpening = {
  document: Promise<PDFDocumentProxy>;
  /** Gives the password that was asked for. */
  answer(password: string): void;
  close(): Promise<void>;
};

export type PdfSource = {
  /** Bytes. */
  size: number;
  /** Where the bytes are; `fresh` when the address before was no longer good. */
  url(fresh: boolean): Promise<string>;
};

/**
 * Opens a PDF by ranges: only what is looked at is read. No script of the file runs, no form is live, no address in
 * it is followed; nothing is fetched but the file and the program's own data.
 *
 * @param askPassword called when a password is needed, again with `true` when it was wrong
 * @param onLost called when the bytes cannot be read any more
 */
export function openPdf(
  source: PdfSource,
  askPassword: (wrong: boolean) => void,
  onLost: () => void,
): PdfOpening {
  const task = getDocument({
    range: new VaultTransport(source, onLost),
    rangeChunkSize: 256 * 1024,
    disableAutoFetch: true,
    disableStream: true,
    enableXfa: false,
    maxImageSize: LARGEST_IMAGE,
    useWorkerFetch: false,
    BinaryDataFactory: BundledData,
    cMapUrl: 'cmaps/',
    standardFontDataUrl: 'standard_fonts/',
    wasmUrl: 'wasm/',
    cMapPacked: true,
    verbosity: 0,
  });
  let answer: (password: string) => void = () => {};
  let asked = false;
  task.onPassword = (update: (password: string) => void) => {
    answer = update;
    askPassword(asked);
    asked = true;
  };
  return { document: task.promise, answer: (password) => answer(password), close: () => task.destroy() };
}

/** Reads ranges by fetch, which both doors answer; pdf.js itself would not ask an own scheme for ranges. */
class VaultTransport extends PDFDataRangeTransport {
  readonly #source: PdfSource;
  readonly #onLost: () => void;
  readonly #stop = new AbortController();

  constructor(source: PdfSource, onLost: () => void) {
    super(source.size, null);
    this.#source = source;
    this.#onLost = onLost;
  }

  override requestDataRange(begin: number, end: number): void {
    this.#read(begin, end, false)
      .catch(() => this.#read(begin, end, true))
      .then((bytes) => this.onDataRange(begin, bytes))
      .catch(() => {
        if (!this.#stop.signal.aborted) this.#onLost();
      });
  }

  override abort(): void {
    this.#stop.abort();
  }

  async #read(begin: number, end: number, fresh: boolean): Promise<Uint8Array> {
    const { signal } = this.#stop;
    const response = await fetch(await this.#source.url(fresh), {
      headers: { range: `bytes=${begin}-${end - 1}` },
      signal,
    });
    if (response.status !== 206) throw new Error(`status ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}
