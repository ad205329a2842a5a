import { AnnotationMode, type PDFDocumentProxy, type PDFPageProxy, TextLayer } from 'pdfjs-dist';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useT } from '../../../translations.ts';
import classes from './PdfPage.module.css';

/** Canvases above this many pixels are drawn coarser: phones and weak graphics give up there. */
const LARGEST_CANVAS = 24_000_000;

/**
 * One page drawn on a canvas with its text above it, to be selected and copied. Stamps and signatures of the page are
 * drawn; nothing in it can be clicked.
 */
export function PdfPage({
  document,
  number,
  scale,
  onHeight,
}: {
  document: PDFDocumentProxy;
  number: number;
  /** CSS pixels per PDF point. */
  scale: number;
  onHeight: (height: number) => void;
}) {
  const t = useT();
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  const [failed, setFailed] = useState(false);
  const report = useEffectEvent(onHeight);
  useEffect(() => {
    let stop: () => void = () => {};
    let gone = false;
    document
      .getPage(number)
      .then(async (page) => {
        if (gone || canvas.current === null || text.current === null) return;
        const { width, height } = page.getViewport({ scale });
        setSize({ width, height });
        report(height);
        const drawing = drawPage(page, scale, canvas.current, text.current);
        stop = drawing.stop;
        await drawing.done;
      })
      .catch((error: unknown) => {
        if (!gone && !isCancelled(error)) setFailed(true);
      });
    return () => {
      gone = true;
      stop();
    };
  }, [document, number, scale]);
  return (
    <section
      className={classes.page}
      aria-label={t.records.viewer.pageLabel(number)}
      style={{
        ...(size ?? { width: 595 * scale, height: 842 * scale }),
        '--scale-factor': scale,
        '--total-scale-factor': scale,
      }}
    >
      <canvas ref={canvas} className={classes.canvas} />
      <div ref={text} className={classes.text} />
      {failed && <p className={classes.failed}>{t.records.viewer.failed}</p>}
    </section>
  );
}

function drawPage(page: PDFPageProxy, scale: number, canvas: HTMLCanvasElement, textBox: HTMLElement) {
  const viewport = page.getViewport({ scale });
  const ratio = Math.min(devicePixelRatio, Math.sqrt(LARGEST_CANVAS / (viewport.width * viewport.height)));
  canvas.width = Math.floor(viewport.width * ratio);
  canvas.height = Math.floor(viewport.height * ratio);
  const drawing = page.render({
    canvas,
    viewport,
    transform: [ratio, 0, 0, ratio, 0, 0],
    annotationMode: AnnotationMode.ENABLE,
  });
  textBox.replaceChildren();
  const text = new TextLayer({ textContentSource: page.streamTextContent(), container: textBox, viewport });
  return {
    done: Promise.all([drawing.promise, text.render()]),
    stop() {
      drawing.cancel();
      text.cancel();
    },
  };
}

function isCancelled(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'RenderingCancelledException' || error.name === 'AbortException')
  );
}
