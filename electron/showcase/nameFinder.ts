/** Tells which of many names stand in some texts. */
export type NameFinder = { has(bareName: string): boolean };

const HEAD = 4;

/** @param pieces bare texts; no name reaches from one into the next */
export function createNameFinder(pieces: readonly string[]): NameFinder {
  const whole = [...new Set(pieces)].join('\n');
  const heads = new Set<string>();
  for (let at = 0; at + HEAD <= whole.length; at += 1) heads.add(whole.slice(at, at + HEAD));
  return { has: (name) => name.length >= HEAD && heads.has(name.slice(0, HEAD)) && whole.includes(name) };
}
