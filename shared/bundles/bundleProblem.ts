import type { Problem } from '../errors.ts';
import type { BagFinding } from './bagFindings.ts';
import type { BundleError } from './bundleError.ts';

/** The code with what its sentence needs; the file is an entry of the bundle or, of a place written to, nothing. */
export function problemOfBundle({ code, data }: BundleError): Problem {
  const { entry, path: _, ...rest } = data;
  const params = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
  return {
    rule: `BUNDLE_${code}`,
    ...(typeof entry === 'string' && entry !== '' ? { file: entry } : {}),
    params,
  };
}

/** What was noticed about a bag, as a problem with its file. */
export function problemOfFinding({ code, rule, entry, detail }: BagFinding): Problem {
  return { rule: `BUNDLE_${code}`, ...(entry === '' ? {} : { file: entry }), params: { rule, detail } };
}
