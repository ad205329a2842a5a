import { Modal, SegmentedControl } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { BoothPack } from '#shared/showcase/boothPack.ts';
import type { Exhibition } from '#shared/showcase/contract.ts';
import { api } from '../../api.ts';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { useProblems } from '../../components/problems.ts';
import { host } from '../../host/host.ts';
import { useT } from '../../translations.ts';
import classes from './PreviewDialog.module.css';

const SIZES = { '1920 × 1080': [1920, 1080], '3840 × 2160': [3840, 2160] } as const;
type Size = keyof typeof SIZES;
const READY = 'mengbu-booth-ready';

/** What the booth will show, at the booth's own size, in a page that reaches nothing: the same page that the pack holds. */
export function PreviewDialog({ exhibition, onClose }: { exhibition: Exhibition; onClose: () => void }) {
  const t = useT();
  const words = t.showcase.preview;
  const [size, setSize] = useState<Size>('1920 × 1080');
  const { ref, width, height } = useElementSize();
  const pack = useQuery({
    ...api.exhibitions.preview.queryOptions({ input: { id: exhibition.id } }),
    gcTime: 0,
  });
  const [booth, booths] = SIZES[size];
  const scale = Math.min(width / booth, height / booths);
  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      title={words.title}
      closeButtonProps={{ 'aria-label': words.close }}
      classNames={{ body: classes.body, content: classes.content }}
    >
      <div className={classes.bar}>
        <SegmentedControl
          aria-label={words.size}
          size="xs"
          data={Object.keys(SIZES)}
          value={size}
          onChange={(next) => setSize(next === '3840 × 2160' ? next : '1920 × 1080')}
        />
        <p className={classes.help}>{exhibition.panelCount === 0 ? words.none : words.help}</p>
      </div>
      <ErrorProblems error={pack.error} />
      <div ref={ref} className={classes.room}>
        {pack.data !== undefined && scale > 0 && (
          <div className={classes.frame} style={{ width: booth * scale, height: booths * scale }}>
            <Booth pack={pack.data} width={booth} height={booths} scale={scale} />
          </div>
        )}
      </div>
    </Modal>
  );
}

function Booth({
  pack,
  width,
  height,
  scale,
}: {
  pack: BoothPack;
  width: number;
  height: number;
  scale: number;
}) {
  const t = useT();
  const report = useProblems();
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const stop = new AbortController();
    const whenReady = (event: MessageEvent<{ kind?: string }>) => {
      const booth = frame.current?.contentWindow;
      if (!booth || event.source !== booth || event.data.kind !== READY) return;
      mediaOf(pack, stop.signal)
        .then((media) => booth.postMessage({ kind: 'mengbu-preview', pack, media }, '*'))
        .catch(report);
    };
    addEventListener('message', whenReady);
    return () => {
      stop.abort();
      removeEventListener('message', whenReady);
    };
  }, [pack, report]);
  return (
    <iframe
      ref={frame}
      className={classes.booth}
      title={t.showcase.preview.frame}
      src="/booth.html"
      sandbox="allow-scripts"
      style={{ width, height, transform: `scale(${scale})` }}
    />
  );
}

/** The bytes of all pictures: the page in the frame has no address of the vault it could load. */
async function mediaOf(pack: BoothPack, signal: AbortSignal): Promise<Map<string, Blob>> {
  const addresses = new Set(
    pack.panels.flatMap(({ media }) =>
      media.flatMap(({ src, thumb }) => (thumb === null ? [src] : [src, thumb])),
    ),
  );
  const media = new Map<string, Blob>();
  for (const address of addresses) {
    const response = await fetch(host.fileUrl(address), { signal });
    if (response.ok) media.set(address, await response.blob());
  }
  return media;
}
