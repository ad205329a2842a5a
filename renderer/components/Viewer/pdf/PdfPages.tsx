import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useT } from '../../../translations.ts';
import { PdfBar } from './PdfBar.tsx';
import { PdfPage } from './PdfPage.tsx';
import { PdfPageList } from './PdfPageList.tsx';
import classes from './PdfStage.module.css';

const GAP = 16;
const MARGIN = 24;
/** CSS pixels of a PDF point at 100 %. */
const POINT = 96 / 72;
const SMALLEST = 0.25;
const LARGEST = 6;

/** The pages of a document below each other; only those in sight are drawn. Sizes are points of the first page. */
export function PdfPages({
  document,
  width,
  height,
}: {
  document: PDFDocumentProxy;
  width: number;
  height: number;
}) {
  const t = useT();
  const scroller = useRef<HTMLDivElement>(null);
  const { ref: measure, width: room } = useElementSize<HTMLDivElement>();
  const [zoom, setZoom] = useState<number | 'fit'>('fit');
  const [listOpen, setListOpen] = useState(document.numPages > 1);
  const fitted = Math.min(1.5, Math.max(SMALLEST, (room - 2 * MARGIN) / (width * POINT)));
  const factor = zoom === 'fit' ? fitted : zoom;
  const scale = factor * POINT;
  const virtual = useVirtualizer({
    count: document.numPages,
    getScrollElement: () => scroller.current,
    estimateSize: () => height * scale + GAP,
    paddingStart: GAP,
    overscan: 1,
  });
  const middle = (virtual.scrollOffset ?? 0) + (virtual.scrollRect?.height ?? 0) / 2;
  const page = (virtual.getVirtualItemForOffset(middle)?.index ?? 0) + 1;
  const go = (to: number) =>
    virtual.scrollToIndex(Math.min(document.numPages, Math.max(1, to)) - 1, { align: 'start' });
  const setFactor = (next: number) => {
    setZoom(Math.min(LARGEST, Math.max(SMALLEST, next)));
    requestAnimationFrame(() => {
      virtual.measure();
      go(page);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const deed = {
      '+': () => setFactor(factor * 1.25),
      '=': () => setFactor(factor * 1.25),
      '-': () => setFactor(factor / 1.25),
      '0': () => setZoom('fit'),
    }[event.key];
    if (deed === undefined) return;
    event.preventDefault();
    deed();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the document inside
    <div className={classes.stage} onKeyDown={onKeyDown}>
      {listOpen && <PdfPageList document={document} page={page} onGo={go} />}
      <div className={classes.main}>
        <PdfBar
          page={page}
          pages={document.numPages}
          factor={factor}
          isFitted={zoom === 'fit'}
          listOpen={listOpen}
          onGo={go}
          onFactor={setFactor}
          onFit={() => setZoom('fit')}
          onList={() => setListOpen(!listOpen)}
        />
        <div
          ref={useMergedRef(scroller, measure)}
          className={classes.scroller}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: pages are scrolled with the keyboard
          tabIndex={0}
          role="document"
          aria-label={t.records.viewer.title}
          data-autofocus
        >
          <div
            className={classes.pages}
            style={{ height: virtual.getTotalSize(), minWidth: width * scale + 2 * MARGIN }}
          >
            {virtual.getVirtualItems().map((item) => (
              <div
                key={item.key}
                className={classes.place}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <PdfPage
                  document={document}
                  number={item.index + 1}
                  scale={scale}
                  onHeight={(measured) => virtual.resizeItem(item.index, measured + GAP)}
                />
              </div>
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}
