import type { BoothPack } from '#shared/showcase/boothPack.ts';

/** What the preview hands in: the data, and the bytes of its pictures by their address. */
export type PreviewMessage = { kind: 'mengbu-preview'; pack: BoothPack; media: ReadonlyMap<string, Blob> };

/** The data inside the page; null in the page as it was built. */
export function packInside(): BoothPack | null {
  const text = document.getElementById('pack')?.textContent ?? '';
  const data: unknown = JSON.parse(text);
  return typeof data === 'object' && data !== null && 'format' in data ? (data as BoothPack) : null;
}

/** Waits for the data of a preview. Only who embeds this page may hand it in. */
export function packHandedIn(taken: (pack: BoothPack) => void): void {
  const made: string[] = [];
  addEventListener('message', ({ source, data }: MessageEvent<PreviewMessage>) => {
    if (source !== window.parent || data.kind !== 'mengbu-preview') return;
    for (const url of made.splice(0)) URL.revokeObjectURL(url);
    const urls = new Map([...data.media].map(([address, blob]) => [address, URL.createObjectURL(blob)]));
    made.push(...urls.values());
    taken({
      ...data.pack,
      panels: data.pack.panels.map((panel) => ({
        ...panel,
        media: panel.media.flatMap((each) => {
          const src = urls.get(each.src);
          return src === undefined ? [] : [{ ...each, src, thumb: urls.get(each.thumb ?? '') ?? null }];
        }),
      })),
    });
  });
  window.parent.postMessage({ kind: 'mengbu-booth-ready' }, '*');
}
