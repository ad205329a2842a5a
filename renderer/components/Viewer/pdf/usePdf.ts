import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useEffectEvent, useState } from 'react';
import { openPdf, type PdfOpening, type PdfSource } from './openPdf.ts';

export type PdfState =
  | { kind: 'opening' }
  | { kind: 'password'; wrong: boolean; answer: (password: string) => void }
  | { kind: 'open'; document: PDFDocumentProxy; width: number; height: number }
  | { kind: 'failed' };

/** A PDF document for as long as it is shown; its worker ends with it. Another file needs another component. */
export function usePdf(source: PdfSource): PdfState {
  const [state, setState] = useState<PdfState>({ kind: 'opening' });
  const url = useEffectEvent((fresh: boolean) => source.url(fresh));
  const { size } = source;
  useEffect(() => {
    let shown = true;
    const tell = (next: PdfState) => shown && setState(next);
    tell({ kind: 'opening' });
    const opening: PdfOpening = openPdf(
      { size, url: (fresh) => url(fresh) },
      (wrong) => tell({ kind: 'password', wrong, answer: (password) => opening.answer(password) }),
      () => tell({ kind: 'failed' }),
    );
    opening.document
      .then(async (document) => {
        const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 });
        tell({ kind: 'open', document, width, height });
      })
      .catch(() => tell({ kind: 'failed' }));
    return () => {
      shown = false;
      void opening.close();
    };
  }, [size]);
  return state;
}
