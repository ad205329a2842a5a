import { implement, ORPCError } from '@orpc/server';
import { contract } from '#shared/contract.ts';
import type { ApiContext, UnlockedContext } from './context.ts';
import { invalid, toContractError } from './errors.ts';

export const base = implement(contract).$context<ApiContext>();

/** Open to any caller a door lets in, also while the vault is locked. */
export const anyone = base.use(async ({ next }) => {
  try {
    return await next();
  } catch (error) {
    throw toContractError(asInvalid(error));
  }
});

/** Only while the vault is open in the caller's own session. */
export const unlocked = anyone.use(async ({ context, next }) => {
  const { app, session } = context;
  if (!app.vault || app.owner !== session) throw new ORPCError('LOCKED', { status: 423 });
  const opened: UnlockedContext = { ...context, vault: app.vault };
  return next({ context: opened });
});

/** Input that does not fit its schema, as problems that name their fields. */
function asInvalid(error: unknown): unknown {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST') return error;
  const issues = (
    error.data as
      | { issues?: { message: string; path?: (PropertyKey | { key: PropertyKey })[] }[] }
      | undefined
  )?.issues;
  if (!issues?.length) return error;
  return invalid(
    ...issues.slice(0, 50).map((issue) => ({
      rule: /^[A-Z][A-Z0-9_]+$/.test(issue.message) ? issue.message : 'FIELD_INVALID',
      field: (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
      params: { detail: issue.message },
    })),
  );
}
