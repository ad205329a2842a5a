import { notFound } from './errors.ts';
import { unlocked } from './procedure.ts';
import { whileOwned } from './whileOwned.ts';

export const jobs = {
  watch: unlocked.jobs.watch.handler(async function* ({ context, signal }) {
    yield* whileOwned(context.app, signal, (until) => context.app.jobs.watch(until));
  }),

  cancel: unlocked.jobs.cancel.handler(({ context, input }) => {
    if (!context.app.jobs.cancel(input.id)) throw notFound();
    return {};
  }),

  dismiss: unlocked.jobs.dismiss.handler(({ context, input }) => {
    context.app.jobs.dismiss(input.id);
    return {};
  }),
};
