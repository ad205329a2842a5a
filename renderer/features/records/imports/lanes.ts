/** Tries for one thing, and how many things in a row may fail before the whole is given up: then nobody listens any more. */
const TRIES = 3;
const MOST_FAILURES = 5;

/**
 * Sends things that come in batches, so many at a time, the next batch asked for while the last is on its way.
 * A thing that fails three times is left out and the rest goes on.
 *
 * @throws what the batches throw, or the last failure when many in a row fail
 */
export async function sendInLanes<Thing>({
  lanes,
  signal,
  batches,
  send,
  onSent,
  onFailed,
}: {
  lanes: number;
  signal: AbortSignal;
  batches: AsyncIterable<readonly Thing[]>;
  send: (thing: Thing) => Promise<void>;
  onSent: () => void;
  onFailed: () => void;
}): Promise<void> {
  const queue: Thing[] = [];
  let complete = false;
  let failuresInARow = 0;
  let news = Promise.withResolvers<void>();
  const ring = () => {
    news.resolve();
    news = Promise.withResolvers<void>();
  };

  async function fill(): Promise<void> {
    try {
      for await (const batch of batches) {
        queue.push(...batch);
        ring();
      }
    } finally {
      complete = true;
      ring();
    }
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      const thing = queue.shift();
      if (thing === undefined) {
        if (complete) return;
        await news.promise;
        continue;
      }
      const failure = await tried(() => send(thing), signal);
      if (failure === null) {
        failuresInARow = 0;
        onSent();
      } else {
        failuresInARow += 1;
        onFailed();
        if (failuresInARow >= MOST_FAILURES) throw failure.error;
      }
    }
  }

  await Promise.all([fill(), ...Array.from({ length: lanes }, run)]);
}

/** null when it went through; the last error when it did not. */
async function tried(deed: () => Promise<void>, signal: AbortSignal): Promise<{ error: unknown } | null> {
  let failure: { error: unknown } | null = null;
  for (let attempt = 0; attempt < TRIES && !signal.aborted; attempt += 1) {
    try {
      await deed();
      return null;
    } catch (error) {
      failure = { error };
    }
  }
  return failure;
}
