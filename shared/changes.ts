/** Changes without the fields that were not named. */
export function namedChanges<Changes extends object>(
  changes: Changes,
): { [Field in keyof Changes]?: Exclude<Changes[Field], undefined> } {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as {
    [Field in keyof Changes]?: Exclude<Changes[Field], undefined>;
  };
}
