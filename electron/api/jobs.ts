import { notFound } from './errors.ts';
import { unlocked } from './procedure.ts';

export const jobs = {
  watch: unlocked.jobs.watch.handler(async function* ({ context, signal }) {
    yield* context.app.jobs.watch(signal);
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
