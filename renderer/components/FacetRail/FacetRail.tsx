import { type ReactNode, useState } from 'react';
import { useT } from '../../translations.ts';
import classes from './FacetRail.module.css';

export type Facet = {
  key: string;
  label: string;
  values: readonly { value: string; label: ReactNode; name: string; count: number }[];
  chosen: readonly string[];
};

/** Values shown of a facet before a person asks for the rest. */
const SHOWN = 8;

/** How the found things spread, and the filters that follow from it: a click narrows, a second takes it back. */
export function FacetRail({
  facets,
  onToggle,
}: {
  facets: readonly Facet[];
  onToggle: (facet: string, value: string) => void;
}) {
  const t = useT();
  return (
    <nav className={classes.rail} aria-label={t.records.list.facets}>
      {facets
        .filter(({ values, chosen }) => values.length > 0 || chosen.length > 0)
        .map((facet) => (
          <FacetGroup key={facet.key} facet={facet} onToggle={onToggle} />
        ))}
    </nav>
  );
}

function FacetGroup({ facet, onToggle }: { facet: Facet; onToggle: (facet: string, value: string) => void }) {
  const t = useT();
  const [all, setAll] = useState(false);
  const shown = all
    ? facet.values
    : facet.values.filter(({ value }, index) => index < SHOWN || facet.chosen.includes(value));
  const hidden = facet.values.length - shown.length;
  return (
    <fieldset className={classes.group}>
      <legend className={classes.name}>{facet.label}</legend>
      {shown.map(({ value, label, name, count }) => (
        <button
          key={value}
          type="button"
          className={classes.value}
          aria-pressed={facet.chosen.includes(value)}
          title={name}
          onClick={() => onToggle(facet.key, value)}
        >
          <span className={classes.label}>{label}</span>
          <span className={classes.count}>{count.toLocaleString(t.formats.locale)}</span>
        </button>
      ))}
      {(hidden > 0 || all) && (
        <button type="button" className={classes.more} onClick={() => setAll(!all)}>
          {all ? t.records.list.fewerValues : t.records.list.moreValues(hidden)}
        </button>
      )}
    </fieldset>
  );
}
