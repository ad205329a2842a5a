import { unlocked } from './procedure.ts';
import { whileOwned } from './whileOwned.ts';

export const changes = {
  watch: unlocked.changes.watch.handler(async function* ({ context, signal }) {
    yield* whileOwned(context.app, signal, (until) => context.app.changes.watch(until));
  }),
};
