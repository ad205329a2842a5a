import classes from './Fingerprint.module.css';

/** A fingerprint in groups of four, four a line, for reading aloud and comparing. */
export function Fingerprint({ text, changed = false }: { text: string; changed?: boolean }) {
  const groups = text.match(/.{1,4}/g) ?? [];
  return (
    <output className={classes.print} data-changed={changed || undefined} aria-label={groups.join(' ')}>
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups repeat and never move
        <span key={index}>{group}</span>
      ))}
    </output>
  );
}
