import type { App } from '../app.ts';

/** What is told to the session that has the vault, until another takes over or the vault is locked; then it just ends. */
export async function* whileOwned<Event>(
  app: App,
  signal: AbortSignal | undefined,
  watch: (signal: AbortSignal) => AsyncIterable<Event>,
): AsyncGenerator<Event, void> {
  const { owned } = app;
  try {
    yield* watch(signal ? AbortSignal.any([owned, signal]) : owned);
  } catch (error) {
    if (!owned.aborted) throw error;
  }
}
