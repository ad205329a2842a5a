import { implement, ORPCError } from '@orpc/server';
import { contract } from '#shared/contract.ts';
import { isPresented } from '#shared/vault/presentation.ts';
import type { ApiContext, UnlockedContext } from './context.ts';
import { invalid, notAllowed, toContractError } from './errors.ts';

export const base = implement(contract).$context<ApiContext>();

/** Open to any caller a door lets in, also while the vault is locked. */
export const anyone = base.use(async ({ context, next }) => {
  // A fresh process takes this one's place; what would be begun here would end with it.
  if (context.app.closing) throw new ORPCError('LOCKED', { status: 423 });
  try {
    return await next();
  } catch (error) {
    const known = toContractError(asInvalid(error));
    // A fault of the program: its place is told on the door's own stderr, its words may hold content and stay here.
    if (!(known instanceof ORPCError) && known instanceof Error) process.stderr.write(`${placeOf(known)}\n`);
    throw known;
  }
});

/** Only while the vault is open in the caller's own session; in 来宾模式 only its readings, of what is 公开. */
export const unlocked = anyone.use(async ({ context, next, path }) => {
  const { app, session } = context;
  if (!app.vault || app.owner !== session) throw new ORPCError('LOCKED', { status: 423 });
  if (app.presentation && !isPresented(path.join('.'))) throw notAllowed({ rule: 'PRESENTING' });
  const opened: UnlockedContext = { ...context, vault: app.presentation ?? app.vault };
  const { owned } = app;
  const answered = await next({ context: opened });
  // Another window took the vault over while this was done: the answer is not for the one that asked.
  if (owned.aborted && !app.closing) throw new ORPCError('LOCKED', { status: 423 });
  return answered;
});

/** Input that does not fit its schema, as problems that name their fields. */
function asInvalid(error: unknown): unknown {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST') return error;
  const issues = (error.data as { issues?: Issue[] } | undefined)?.issues;
  if (!issues?.length) return error;
  return invalid(
    ...issues.slice(0, 50).map((issue) => ({
      rule: ruleOf(issue),
      field: (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
      // Sentences name the bound that was passed.
      params: {
        detail: issue.message,
        ...(typeof issue.maximum === 'number' ? { max: issue.maximum } : {}),
        ...issue.params,
      },
    })),
  );
}

/** What a schema says of an input it does not take, as far as it is used. */
type Issue = {
  message: string;
  path?: (PropertyKey | { key: PropertyKey })[];
  code?: string;
  origin?: string;
  maximum?: unknown;
  params?: Record<string, string | number>;
};

/** The rule a schema names for its bound, or the general one of that kind of bound. */
function ruleOf({ message, code, origin }: Issue): string {
  if (/^[A-Z][A-Z0-9_]+$/.test(message)) return message;
  if (code === 'too_big' && origin === 'string') return 'TOO_LONG';
  if (code === 'too_big' && origin === 'array') return 'TOO_MANY';
  return code === 'too_small' && origin === 'string' ? 'REQUIRED' : 'FIELD_INVALID';
}

/** The kind of error and the lines of code it passed, without its message. */
function placeOf(error: Error): string {
  const lines = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  return [`fault: ${error.name}${code}`, ...lines.slice(0, 8)].join('\n');
}
