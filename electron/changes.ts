import { EventPublisher } from '@orpc/server';
import type { Change } from '#shared/changesContract.ts';

/** Tells every open screen which nouns were written. */
export type Changes = {
  announce(nouns: Iterable<string>): void;
  watch(signal?: AbortSignal): AsyncGenerator<Change>;
};

export function createChanges(): Changes {
  const publisher = new EventPublisher<{ change: Change }>();
  return {
    announce: (nouns) => publisher.publish('change', { nouns: [...nouns] }),
    async *watch(signal) {
      const following = publisher.subscribe('change', signal ? { signal } : {});
      yield { nouns: [] };
      yield* following;
    },
  };
}
