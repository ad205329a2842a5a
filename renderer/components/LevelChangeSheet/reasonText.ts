import type { Catalogue } from '#shared/translations/catalogue.ts';

/** A reason in words. Reasons that came with other material may be words already. */
export function reasonText(t: Catalogue, reason: string): string {
  const { reasons, raiseReasons } = t.confidentiality.change;
  const known: Readonly<Record<string, string>> = { ...raiseReasons, ...reasons };
  return (Object.hasOwn(known, reason) ? known[reason] : undefined) ?? reason;
}
