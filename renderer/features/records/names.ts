/** The name of a code in one table of the catalogue; a code it does not know is shown as it is. */
export function nameOf(names: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(names, code) ? (names[code] ?? code) : code;
}
