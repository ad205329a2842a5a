import { useEffect, useState } from 'react';
import type { OpenedBundleView } from '#shared/bundles/receivedContract.ts';
import { client } from '../../../api.ts';
import { hasCode } from '../../../components/problems.ts';
import type { PickedFiles } from '../../../host/host.ts';
import { useDropped } from '../dropped.ts';
import { type BundleSource, sourceOf } from './sendFile.ts';

/** Where the opening of a file stands. */
export type Opening =
  | { at: 'start' }
  | { at: 'receiving'; bytes: number; of: number }
  | { at: 'passphrase'; source: BundleSource; fileName: string; wrong: boolean }
  | { at: 'verifying'; fileName: string; bytes: number }
  | { at: 'opened'; opened: OpenedBundleView }
  | { at: 'failed'; error: unknown };

let kept: OpenedBundleView | null = null;

/** Opens what was dropped or picked: which key it wants, then verifying, then the verdict. What is open stays open on leaving the page. */
export function useOpening() {
  const [state, setState] = useState<Opening>(() =>
    kept === null ? { at: 'start' } : { at: 'opened', opened: kept },
  );

  async function begin(picked: PickedFiles): Promise<void> {
    try {
      setState({ at: 'receiving', bytes: 0, of: 0 });
      const source = await sourceOf(picked, (bytes, of) => setState({ at: 'receiving', bytes, of }));
      if (source === null) return setState({ at: 'start' });
      const { wants, fileName } = await client.bundles.look(source);
      if (wants === 'PASSPHRASE') setState({ at: 'passphrase', source, fileName, wrong: false });
      else await read(source, fileName, null);
    } catch (error) {
      setState({ at: 'failed', error });
    }
  }

  async function read(source: BundleSource, fileName: string, passphrase: string | null): Promise<void> {
    setState({ at: 'verifying', fileName, bytes: 0 });
    try {
      for await (const event of await client.bundles.open({ source, passphrase })) {
        if (event.kind === 'progress') setState({ at: 'verifying', fileName, bytes: event.bytes });
        else show(event.opened);
      }
    } catch (error) {
      if (hasCode(error, 'WRONG_PASSPHRASE')) setState({ at: 'passphrase', source, fileName, wrong: true });
      else setState({ at: 'failed', error });
    }
  }

  function show(opened: OpenedBundleView): void {
    kept = opened;
    setState({ at: 'opened', opened });
  }

  function reset(): void {
    if (kept !== null) void client.bundles.close({ openedId: kept.openedId }).catch(() => undefined);
    kept = null;
    setState({ at: 'start' });
  }

  const { files, taken } = useDropped('bundle');
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is dropped next begins another opening
  useEffect(() => {
    if (files === null) return;
    taken();
    void begin(files);
  }, [files]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was left open is judged anew when the view comes up
  useEffect(() => {
    if (kept !== null && files === null) void refresh(kept.openedId);
  }, []);

  /** The verdict as of now; a bundle of a session that was locked meanwhile is gone. */
  async function refresh(openedId: string): Promise<void> {
    try {
      show(await client.bundles.opened({ openedId }));
    } catch {
      kept = null;
      setState({ at: 'start' });
    }
  }

  return { state, begin, read, reset, refresh };
}
