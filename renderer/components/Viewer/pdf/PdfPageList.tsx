import { useVirtualizer } from '@tanstack/react-virtual';
import { AnnotationMode, type PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef } from 'react';
import { useT } from '../../../translations.ts';
import classes from './PdfPageList.module.css';

const WIDTH = 96;
const ROW = 168;

/** The pages of a document, small, to go to one. */
export function PdfPageList({
  document,
  page,
  onGo,
}: {
  document: PDFDocumentProxy;
  page: number;
  onGo: (page: number) => void;
}) {
  const t = useT();
  const scroller = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: document.numPages,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 2,
  });
  useEffect(() => virtual.scrollToIndex(page - 1, { align: 'auto' }), [page, virtual]);
  return (
    <nav ref={scroller} className={classes.list} aria-label={t.records.viewer.pageList}>
      <div className={classes.items} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => (
          <button
            key={key}
            type="button"
            className={classes.item}
            style={{ transform: `translateY(${start}px)` }}
            aria-current={index + 1 === page ? 'page' : undefined}
            aria-label={t.records.viewer.pageLabel(index + 1)}
            onClick={() => onGo(index + 1)}
          >
            <SmallPage document={document} number={index + 1} />
            <span className={classes.number}>{index + 1}</span>
          </button>
        ))}
      </div>
    </nav>
  );
}

function SmallPage({ document, number }: { document: PDFDocumentProxy; number: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let stop: () => void = () => {};
    let gone = false;
    const draw = async () => {
      const page = await document.getPage(number);
      const target = canvas.current;
      if (gone || target === null) return;
      const { width, height } = page.getViewport({ scale: 1 });
      const scale = Math.min(WIDTH / width, (ROW - 40) / height) * Math.min(2, devicePixelRatio);
      const viewport = page.getViewport({ scale });
      target.width = Math.max(1, Math.floor(viewport.width));
      target.height = Math.max(1, Math.floor(viewport.height));
      const drawing = page.render({ canvas: target, viewport, annotationMode: AnnotationMode.ENABLE });
      stop = () => drawing.cancel();
      await drawing.promise;
    };
    // A page that cannot be drawn small says so when it is opened.
    draw().catch(() => {});
    return () => {
      gone = true;
      stop();
    };
  }, [document, number]);
  return <canvas ref={canvas} className={classes.page} aria-hidden />;
}
