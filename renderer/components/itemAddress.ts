import type { ItemKind } from '#shared/items.ts';

/** Where each kind of item is shown: on a page of its own, or in the list it stands in. */
const ADDRESSES: Record<ItemKind, (id: string) => string> = {
  record: (id) => `/records/${id}`,
  person: (id) => `/people/${id}`,
  dossier: (id) => `/dossiers/${id}`,
  unit: (id) => `/units/${id}`,
  screening: (id) => `/screening/${id}`,
  screeningSheet: (id) => `/screening/sheets/${id}`,
  project: (id) => `/projects/${id}`,
  meeting: (id) => `/meetings/${id}`,
  outcome: (id) => `/outcomes/${id}`,
  maturityPanel: (id) => `/maturity/${id}`,
  maturitySheet: (id) => `/score-sheets/${id}`,
  group: () => '/body',
  appointment: () => '/body',
  ruleset: (id) => `/rules/${id}`,
  exhibition: (id) => `/showcase/exhibitions/${id}`,
  panel: (id) => `/showcase/panels/${id}`,
  visit: (id) => `/showcase/visits/${id}`,
  agreement: () => '/exchange/agreements',
  contact: () => '/exchange/contacts',
};

export function itemAddress({ id, kind }: { id: string; kind: ItemKind }): string {
  return ADDRESSES[kind](id);
}
