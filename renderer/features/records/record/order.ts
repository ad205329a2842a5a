/** The same things with one of them at another place; null where that changes nothing. `to` is an index of the new order. */
export function movedTo<Thing extends { id: string }>(
  things: readonly Thing[],
  id: string,
  to: number,
): Thing[] | null {
  const from = things.findIndex((thing) => thing.id === id);
  const moved = things[from];
  const place = Math.min(things.length - 1, Math.max(0, to));
  if (moved === undefined || place === from) return null;
  const rest = things.filter((thing) => thing.id !== id);
  return [...rest.slice(0, place), moved, ...rest.slice(place)];
}
