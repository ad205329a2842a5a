import type { App } from '../app.ts';
import { toContractError } from './errors.ts';

/**
 * What is told to the session that has the vault, until another takes over or the vault is locked; then it just ends. A
 * failure on the way is told as one of the contract, like that of a call.
 */
export async function* whileOwned<Event>(
  app: App,
  signal: AbortSignal | undefined,
  watch: (signal: AbortSignal) => AsyncIterable<Event>,
): AsyncGenerator<Event, void> {
  const { owned } = app;
  try {
    for await (const event of watch(signal ? AbortSignal.any([owned, signal]) : owned)) {
      if (owned.aborted) return;
      yield event;
    }
  } catch (error) {
    if (!owned.aborted) throw toContractError(error);
  }
}
