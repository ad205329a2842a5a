import { ORPCError } from '@orpc/client';
import { BundleError } from '#shared/bundles/bundleError.ts';
import { problemOfBundle } from '#shared/bundles/bundleProblem.ts';
import type { Problem } from '#shared/errors.ts';
import type { Catalogue } from '#shared/translations/catalogue.ts';
import { terminalLanguage } from './language.ts';

/** The command was called in a way that cannot be right. Exit code 2. Its words are those of the terminal's language. */
export class UsageError extends Error {
  readonly say: (usage: Catalogue['terminal']['usage']) => string;

  constructor(say: UsageError['say']) {
    super('USAGE');
    this.say = say;
  }
}

/** The command did what it could; what was left out has its reasons. Exit code 1. */
export class NotAllFiledError extends Error {
  readonly count: number;
  readonly problems: readonly Problem[];

  constructor(count: number, problems: readonly Problem[]) {
    super('NOT_ALL_FILED');
    this.count = count;
    this.problems = problems;
  }
}

/** A check ended and found something: the findings are its result, this says that it is no success. */
export class FindingsError extends Error {
  readonly count: number;

  constructor(count: number) {
    super('FINDINGS');
    this.count = count;
  }
}

/** A line beside the result. */
export function remark(text: string): void {
  process.stderr.write(`mengbu: ${text}\n`);
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** One JSON document, or the lines for people. */
export function report(json: boolean | undefined, document: unknown, lines: () => string[]): void {
  if (json) print(JSON.stringify(document, null, 2));
  else for (const line of lines()) print(line);
}

/** Says what went wrong on stderr and sets the exit code: 2 for wrong usage, else 1. */
export async function fail(error: unknown, json: boolean): Promise<void> {
  process.exitCode = error instanceof UsageError ? 2 : 1;
  const described = await describe(error);
  const text = json
    ? JSON.stringify({ error: described })
    : [...linesOf(described)].map((line) => `mengbu: ${line}`).join('\n');
  process.stderr.write(`${text}\n`);
}

/** A problem with its sentence beside the rule. */
export type DescribedProblem = Problem & { message: string };
/** `code` is for programs; `message` and those of the problems are sentences in the language of the terminal. */
export type Described = { code: string; message: string; problems?: DescribedProblem[]; data?: unknown };

export async function describe(error: unknown): Promise<Described> {
  const t = await catalogue();
  if (error instanceof UsageError) return { code: 'USAGE', message: error.say(t.terminal.usage) };
  const { problemText } = await import('#shared/translations/problemText.ts');
  const described = (problem: Problem) => ({ ...problem, message: problemText(t, problem) });
  if (error instanceof FindingsError)
    return { code: 'FINDINGS', message: t.settings.check.found(error.count) };
  if (error instanceof NotAllFiledError) {
    const message = t.terminal.notFiled(error.count);
    return { code: 'NOT_ALL_FILED', message, problems: error.problems.map(described) };
  }
  if (error instanceof BundleError) {
    const { code, data } = error;
    return { code, message: problemText(t, problemOfBundle(error)), data };
  }
  const codes: Readonly<Record<string, string>> = t.errors.codes;
  const sentenceOf = (code: string) => (Object.hasOwn(codes, code) ? codes[code] : undefined);
  if (error instanceof ORPCError) {
    const data: unknown = error.data ?? undefined;
    const message = holderOf(t, error) ?? sentenceOf(error.code) ?? t.errors.unknown;
    const problems = problemsIn(data).map(described);
    if (problems.length > 0) return { code: error.code, message, problems };
    return { code: error.code, message, ...(data === undefined ? {} : { data }) };
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
  const place = pathOf(error);
  if (/^E[A-Z0-9]+$/.test(code)) {
    const problem = {
      rule: 'PLACE_UNREACHABLE',
      params: { code },
      ...(place === null ? {} : { file: place }),
    };
    return { code, message: problemText(t, problem) };
  }
  return { code, message: t.errors.unknown };
}

function* linesOf({ code, message, problems, data }: Described): Generator<string> {
  if (code === 'NOT_ALL_FILED') yield message;
  if (problems === undefined)
    // The code is for looking it up; what else is known stands in the JSON form.
    yield data === undefined ? message : `${message} (${code})`;
  else for (const problem of problems) yield problem.message;
}

function holderOf(t: Catalogue, error: ORPCError<string, unknown>): string | null {
  const { code, data } = error;
  const isHeld = code === 'VAULT_IN_USE' && typeof data === 'object' && data !== null && 'holder' in data;
  return isHeld && data.holder !== '' ? t.errors.vaultInUse(String(data.holder)) : null;
}

function problemsIn(data: unknown): Problem[] {
  const has = typeof data === 'object' && data !== null && 'problems' in data && Array.isArray(data.problems);
  return has ? (data.problems as Problem[]) : [];
}

/** The file or folder the system's error is about. */
function pathOf(error: unknown): string | null {
  return error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : null;
}

/** The sentences in the language of the terminal. */
export async function catalogue(): Promise<Catalogue> {
  if (terminalLanguage() === 'zh-CN') return (await import('#shared/translations/zhCN.ts')).zhCN;
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
