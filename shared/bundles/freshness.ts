import type { Freshness } from './verdict.ts';

/** A bundle as the ledger of received ones remembers it. Only such as were whole and signed by the same sender are compared. */
export type RememberedBundle = {
  id: string;
  /** SHA-256 of its manifest: names the contents. */
  manifestHash: string;
  incarnation: string;
  series: { id: string; sequence: number };
  supersedes: readonly string[];
  recalls: readonly string[];
};

/**
 * How a bundle stands against what came before from the same sender.
 * RECALLED   a bundle known here takes it back
 * RESTARTED  its number was given to another content, or the series began anew in a restored vault
 * SUPERSEDED known here, and a newer one is known too
 * REPLAYED   older than one known here, and it comes only now
 * NEWEST     nothing newer is known
 */
export function freshnessOf(bundle: RememberedBundle, known: readonly RememberedBundle[]): Freshness {
  const others = known.filter(({ id }) => id !== bundle.id);
  const itself = known.find(({ id }) => id === bundle.id);
  if (others.some(({ recalls }) => recalls.includes(bundle.id))) return 'RECALLED';
  const series = others.filter((each) => each.series.id === bundle.series.id);
  if (isRestarted(bundle, itself, series)) return 'RESTARTED';
  const newer = [
    ...series.filter((each) => each.series.sequence > bundle.series.sequence),
    ...others.filter(({ supersedes }) => supersedes.includes(bundle.id)),
  ];
  if (newer.length === 0) return 'NEWEST';
  return itself ? 'SUPERSEDED' : 'REPLAYED';
}

function isRestarted(
  bundle: RememberedBundle,
  itself: RememberedBundle | undefined,
  series: readonly RememberedBundle[],
): boolean {
  if (itself && itself.manifestHash !== bundle.manifestHash) return true;
  return series.some(
    (each) =>
      each.series.sequence === bundle.series.sequence ||
      (each.incarnation !== bundle.incarnation && each.series.sequence >= bundle.series.sequence),
  );
}
