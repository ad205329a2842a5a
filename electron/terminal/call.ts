import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { isContractProcedure } from '@orpc/contract';
import { z } from 'zod';
import { contract } from '#shared/contract.ts';
import { describe, print, UsageError } from './output.ts';
import { type Client, type UnlockOptions, withService, withVault } from './unlock.ts';

type CallOptions = UnlockOptions & { list?: boolean; batch?: boolean };

/** Calls any procedure of the contract, as the screens do. Without --vault only those that are open while locked. */
export async function call(
  procedure: string | undefined,
  input: string | undefined,
  options: CallOptions,
): Promise<void> {
  if (options.list) return print(JSON.stringify(listed(), null, 2));
  const hasVault = options.vault ?? process.env.MENGBU_VAULT;
  const run = options.batch
    ? (client: Client) => batch(client)
    : (client: Client) => single(client, procedure ?? unnamed(), readInput(input));
  await (hasVault
    ? withVault(options, ({ client }) => run(client))
    : withService(({ client }) => run(client)));
}

async function single(client: Client, procedure: string, input: unknown): Promise<void> {
  const result = await invoke(client, procedure, input);
  if (isStream(result)) for await (const event of result) print(JSON.stringify(event));
  else print(JSON.stringify(result, null, 2));
}

async function batch(client: Client): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    try {
      const { procedure, input } = z
        .object({ procedure: z.string(), input: z.unknown().optional() })
        .parse(JSON.parse(line));
      const result = await invoke(client, procedure, input);
      if (isStream(result)) {
        for await (const event of result) print(JSON.stringify({ event }));
        print(JSON.stringify({ result: null }));
      } else print(JSON.stringify({ result }));
    } catch (error) {
      print(JSON.stringify({ error: await describe(error) }));
      process.exitCode = 1;
    }
  }
}

async function invoke(client: Client, procedure: string, input: unknown): Promise<unknown> {
  const [noun = '', verb = ''] = procedure.split('.');
  if (!procedures().has(procedure)) throw new UsageError((usage) => usage.noProcedure(procedure));
  const nouns = client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
  return nouns[noun]?.[verb]?.(input);
}

function readInput(input: string | undefined): unknown {
  if (input === undefined) return undefined;
  const text =
    input === '-'
      ? readFileSync(0, 'utf8')
      : input.startsWith('@')
        ? readFileSync(input.slice(1), 'utf8')
        : input;
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError((usage) => usage.notJson(input));
  }
}

function procedures(): Map<string, (typeof contract)['vault']['status']> {
  const found = new Map<string, (typeof contract)['vault']['status']>();
  for (const [noun, verbs] of Object.entries(contract)) {
    for (const [verb, procedure] of Object.entries(verbs)) {
      if (isContractProcedure(procedure))
        found.set(`${noun}.${verb}`, procedure as (typeof contract)['vault']['status']);
    }
  }
  return found;
}

function listed(): unknown[] {
  return [...procedures()].map(([procedure, { '~orpc': def }]) => ({
    procedure,
    input: schemaOf(def.inputSchema),
    output: schemaOf(def.outputSchema),
    errors: Object.fromEntries(
      Object.entries(def.errorMap).map(([code, error]) => [
        code,
        schemaOf((error as { data?: unknown } | undefined)?.data),
      ]),
    ),
  }));
}

/** What zod says of it; null for none, and for a stream a word that it is one. */
function schemaOf(schema: unknown): unknown {
  if (schema === undefined) return null;
  if (!(schema instanceof z.ZodType)) return { stream: true };
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
}

function isStream(value: unknown): value is AsyncIterable<unknown> {
  return value !== null && typeof value === 'object' && Symbol.asyncIterator in value;
}

function unnamed(): never {
  throw new UsageError((usage) => usage.procedure);
}
