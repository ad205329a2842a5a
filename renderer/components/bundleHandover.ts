/**
 * Records on their way to a new bundle. They are handed over in memory: an address would put them into the browser's
 * history. Taken once.
 */
let handed: readonly string[] = [];

export function handOverToBundle(recordIds: readonly string[]): void {
  handed = [...recordIds];
}

/** What was handed over; [] when the page was opened by itself. */
export function takeHandedOver(): readonly string[] {
  const taken = handed;
  handed = [];
  return taken;
}
