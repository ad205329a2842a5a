/** Character maps, fonts and decoders that PDFs without own fonts or with JPEG 2000 and JBIG2 scans need, from this program's own files. */
const FILES: Record<string, string> = import.meta.glob(
  [
    '../../../../node_modules/pdfjs-dist/cmaps/*.bcmap',
    '../../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}',
    '../../../../node_modules/pdfjs-dist/wasm/{jbig2,openjpeg}.wasm',
  ],
  { query: '?url', import: 'default', eager: true },
);

const ADDRESS_OF = new Map(
  Object.entries(FILES).map(([path, url]) => [path.split('/').slice(-2).join('/'), url]),
);

/** What pdf.js asks for its data: the kinds it names are folders of its package. */
export class BundledData {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const folder = FOLDERS[kind];
    const url = ADDRESS_OF.get(`${folder}/${filename}`);
    if (url === undefined) throw new Error(`no bundled data ${kind} ${filename}`);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`status ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}

const FOLDERS: Record<string, string> = {
  cMapUrl: 'cmaps',
  standardFontDataUrl: 'standard_fonts',
  wasmUrl: 'wasm',
};
