import { ORPCError } from '@orpc/client';
import { BundleError } from '#shared/bundles/bundleError.ts';
import { problemOfBundle } from '#shared/bundles/bundleProblem.ts';
import type { Problem } from '#shared/errors.ts';
import type { Catalogue } from '#shared/translations/catalogue.ts';

/** The command was called in a way that cannot be right. Exit code 2. */
export class UsageError extends Error {}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** One JSON document, or the lines for people. */
export function report(json: boolean | undefined, document: unknown, lines: () => string[]): void {
  print(json ? JSON.stringify(document, null, 2) : lines().join('\n'));
}

/** Says what went wrong on stderr and sets the exit code: 2 for wrong usage, else 1. */
export function fail(error: unknown, json: boolean): void {
  process.exitCode = error instanceof UsageError ? 2 : 1;
  if (json) {
    process.stderr.write(`${JSON.stringify({ error: describe(error) })}\n`);
    return;
  }
  void sentences(error).then((lines) => process.stderr.write(`${lines.join('\n')}\n`));
}

export type Described = { code: string; message: string; problems?: Problem[]; data?: unknown };

export function describe(error: unknown): Described {
  if (error instanceof UsageError) return { code: 'USAGE', message: error.message };
  if (error instanceof BundleError) return { code: error.code, message: error.message, data: error.data };
  if (error instanceof ORPCError) {
    const data = error.data as { problems?: Problem[] } | undefined;
    return {
      code: error.code,
      message: error.message,
      ...(data === undefined ? {} : { data }),
      ...(data?.problems ? { problems: data.problems } : {}),
    };
  }
  if (error instanceof Error && 'code' in error) return { code: String(error.code), message: error.message };
  return { code: 'UNKNOWN', message: error instanceof Error ? error.message : String(error) };
}

async function sentences(error: unknown): Promise<string[]> {
  const { problemText } = await import('#shared/translations/problemText.ts');
  const t = await catalogue();
  const { code, message, problems, data } = describe(error);
  if (error instanceof BundleError)
    return [`mengbu: ${problemText(t, problemOfBundle(error))} (${code} ${JSON.stringify(data)})`];
  if (problems) return problems.map((problem) => `mengbu: ${problemText(t, problem)}`);
  const known = Object.hasOwn(t.errors.codes, code)
    ? t.errors.codes[code as keyof typeof t.errors.codes]
    : undefined;
  const detail = data === undefined || known === undefined ? '' : ` (${code} ${JSON.stringify(data)})`;
  return [`mengbu: ${known ?? message}${detail}`];
}

/** The language of the terminal's locale. */
export async function catalogue(): Promise<Catalogue> {
  const locale = process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? '';
  if (locale.startsWith('zh')) return (await import('#shared/translations/zhCN.ts')).zhCN;
  return (await import('#shared/translations/en.ts')).en;
}

/** A bar on stderr, when that is a terminal. */
export function progress(label: string, done: number, total: number): void {
  if (!process.stderr.isTTY) return;
  const part = total > 0 ? Math.min(1, done / total) : 0;
  const filled = Math.round(part * 30);
  process.stderr.write(
    `\r${label} [${'#'.repeat(filled)}${'.'.repeat(30 - filled)}] ${total > 0 ? `${Math.round(part * 100)} %` : done}  `,
  );
}

export function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
}
