import { unlocked } from './procedure.ts';

export const changes = {
  watch: unlocked.changes.watch.handler(async function* ({ context, signal }) {
    yield* context.app.changes.watch(signal);
  }),
};
