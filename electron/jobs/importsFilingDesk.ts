import { changeEntry } from '#db/records/importsWrites.ts';
import type { ImportContext } from './importsContext.ts';
import { vaultFault } from './importsFaults.ts';
import { type Filed, fileBatch } from './importsFiling.ts';
import type { Taken } from './importsTake.ts';

/** A write of records takes the service's thread for about a millisecond each: this many keep it below 20 ms. */
const MOST_AT_ONCE = 12;
/** One record is written anew with each batch, so its batches grow with it. */
const MOST_OF_ONE_AT_ONCE = 256;
const PATIENCE_MS = 250;

/** Collects what is ready and files it in batches, one after the other. */
export type FilingDesk = {
  put(taken: Taken): void;
  /** Starts a batch where one is full, has waited long enough, or nothing more is coming. */
  fileIfDue(isLast: boolean): void;
  isFull(): boolean;
  /** Nothing waits and nothing is being filed. */
  isEmpty(): boolean;
  /** Erases what was not filed. */
  close(): Promise<void>;
};

export function createFilingDesk(
  context: ImportContext,
  { onFiled, onFault }: { onFiled(filed: readonly Filed[]): void; onFault(error: unknown): void },
): FilingDesk {
  const { shape, recordId } = context.plan;
  const isOne = shape === 'ONE' || shape === 'GROUP' || recordId !== null;
  let ready: Taken[] = [];
  let filing: Promise<void> | null = null;
  let filed = 0;
  let isBroken = false;
  let timer: NodeJS.Timeout | null = null;

  function batchSize(): number {
    return isOne
      ? Math.min(MOST_OF_ONE_AT_ONCE, Math.max(MOST_AT_ONCE, Math.floor(filed / 2)))
      : MOST_AT_ONCE;
  }

  function fileIfDue(isLast: boolean): void {
    if (filing || isBroken || ready.length === 0) return;
    if (ready.length < batchSize() && !isLast) {
      wait();
      return;
    }
    if (timer) clearTimeout(timer);
    timer = null;
    const batch = ready.slice(0, batchSize());
    ready = ready.slice(batch.length);
    filing = fileNow(batch).finally(() => {
      filing = null;
      onFiled([]);
    });
  }

  /** What is ready is filed after a while also where little comes; of one record only when nothing more comes for a while. */
  function wait(): void {
    if (timer && !isOne) return;
    if (timer) clearTimeout(timer);
    timer = setTimeout(
      () => {
        timer = null;
        fileIfDue(true);
      },
      isOne ? PATIENCE_MS * 4 : PATIENCE_MS,
    );
  }

  async function fileNow(batch: Taken[]): Promise<void> {
    try {
      const done = await fileBatch(context, batch);
      filed += done.length;
      onFiled(done);
    } catch (error) {
      if (vaultFault(error)) {
        // Whether the write is there after a restart is not known for every fault: its bytes are left to be collected then.
        isBroken = true;
        onFault(error);
      } else if (batch.length > 1) {
        for (const taken of batch) await fileNow([taken]);
      } else await giveUp(batch, error);
    }
  }

  /** One file that cannot be filed must not keep the others out. */
  async function giveUp(batch: readonly Taken[], error: unknown): Promise<void> {
    const detail = error instanceof Error ? error.message : String(error);
    for (const { entry, loose } of batch) {
      await context.vault.store.forget(loose).catch(() => undefined);
      changeEntry(context.tier, entry.id, {
        state: 'FAILED',
        problems: [{ rule: 'FILE_NOT_TAKEN', file: entry.path, params: { detail } }],
      });
      onFiled([{ entry, state: 'FAILED', size: entry.size }]);
    }
  }

  return {
    put: (taken) => void ready.push(taken),
    fileIfDue,
    isFull: () => ready.length >= 2 * batchSize(),
    isEmpty: () => filing === null && (isBroken || ready.length === 0),
    async close() {
      if (timer) clearTimeout(timer);
      // On a full disk erasing fails too; what stays is collected at the next unlock.
      await context.vault.store.forget(ready.flatMap(({ loose }) => loose)).catch(() => undefined);
      ready = [];
    },
  };
}
