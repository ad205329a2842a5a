/**
 * Filters, orders and search words of list pages. The address bar carries only an opaque id of such a state, so that
 * "back" finds it again and no word of the vault stands in the browser's history.
 */
const views = new Map<string, unknown>();

/** Keeps a state and gives the id for the address. */
export function keepView<State>(state: State): string {
  const id = crypto.randomUUID().slice(0, 8);
  views.set(id, state);
  return id;
}

/** The caller's page knows the shape it put there. undefined for an address from before the last lock. */
export function viewOf<State>(id: string | undefined): State | undefined {
  return id === undefined ? undefined : (views.get(id) as State | undefined);
}

export function forgetViews(): void {
  views.clear();
}
