import type { CataloguePreview } from '#shared/records/catalogueContract.ts';
import { counted } from '../../../formats.ts';
import { useT } from '../../../translations.ts';
import classes from './CatalogueDialog.module.css';

/** The files that stay out: no row claims them, or several do. */
export function CatalogueStrays({ preview: { files, strays } }: { preview: CataloguePreview }) {
  const t = useT();
  const words = t.catalogues;
  const all = files.unclaimed + files.claimed;
  if (all === 0) return null;
  return (
    <details className={classes.strays}>
      <summary>{words.strays(counted(all))}</summary>
      <ul>
        {strays.map(({ path, rows }) => (
          <li key={path}>
            {path}{' '}
            <span className={classes.quiet}>
              {rows.length === 0 ? words.unclaimed : words.claimed(rows.join(t.formats.list))}
            </span>
          </li>
        ))}
      </ul>
      {strays.length < all && <p>{words.more(counted(all - strays.length))}</p>}
    </details>
  );
}
