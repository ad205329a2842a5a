import { isDefinedError, ORPCError } from '@orpc/client';
import type { Problem } from '#shared/errors.ts';
import type { Catalogue } from '#shared/translations/catalogue.ts';
import { problemText } from '#shared/translations/problemText.ts';
import { notifyProblem } from '../notices.ts';
import { ProblemsError } from '../problemsError.ts';
import { useT } from '../translations.ts';

/** For what a button started: whatever it was refused with stays on the screen until it is read. */
export function useProblems(): (error: unknown) => void {
  const t = useT();
  return (error) => {
    if (!isAbort(error)) notifyProblem(errorSentences(t, error));
  };
}

/** The problems an error carries; [] for an error that is a code alone. */
export function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof ProblemsError) return error.problems;
  if (!(error instanceof ORPCError) || !isDefinedError(error)) return [];
  const data: unknown = error.data;
  if (typeof data !== 'object' || data === null || !('problems' in data)) return [];
  return Array.isArray(data.problems) ? (data.problems as Problem[]) : [];
}

/**
 * Whether a problem is one of this field of a form. The service names a field by its whole path in what was sent
 * ('plan.fields.docDate', 'changes.keywords.3'); the form knows it by its end. A row of a list in between is another field.
 */
export function isAtField({ field: path }: Problem, field: string): boolean {
  if (path === undefined) return false;
  const own = path.replace(/(\.\d+)+$/, '');
  return own === field || (own.endsWith(`.${field}`) && !/\.\d+\./.test(own.slice(0, -field.length)));
}

/** The problems of one field of a form, as its error text; undefined when there are none. */
export function fieldError(t: Catalogue, error: unknown, field: string): string | undefined {
  const own = problemsOf(error).filter((problem) => isAtField(problem, field));
  if (own.length === 0) return undefined;
  return own.map(({ field: _, ...rest }) => problemText(t, rest)).join(' ');
}

/** Every sentence an error has to say. */
export function errorSentences(t: Catalogue, error: unknown): string[] {
  const problems = problemsOf(error);
  return problems.length > 0 ? problems.map((problem) => problemText(t, problem)) : [errorSentence(t, error)];
}

/** What its code says; the unexpected is called so. */
export function errorSentence(t: Catalogue, error: unknown): string {
  const codes: Readonly<Record<string, string>> = t.errors.codes;
  const code = error instanceof ORPCError ? error.code : '';
  const holder = holderOf(error);
  if (holder !== null) return t.errors.vaultInUse(holder);
  return (Object.hasOwn(codes, code) ? codes[code] : undefined) ?? t.errors.unknown;
}

/** Whether a call was refused with this code. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof ORPCError && error.code === code;
}

/** Who has the vault open, where that is why a call was refused. */
function holderOf(error: unknown): string | null {
  if (!(error instanceof ORPCError) || error.code !== 'VAULT_IN_USE') return null;
  const data: unknown = error.data;
  const known =
    typeof data === 'object' && data !== null && 'holder' in data && typeof data.holder === 'string';
  return known && data.holder !== '' ? String(data.holder) : null;
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}
