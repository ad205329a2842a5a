import type { Pack } from '#shared/showcase/exportContract.ts';
import { dayText, fileSize } from '../../formats.ts';
import { useT } from '../../translations.ts';
import classes from './PackList.module.css';

/** The ledger of packs: which left, when, how long each may be shown. */
export function PackList({ packs }: { packs: readonly Pack[] }) {
  const t = useT();
  const words = t.showcase.exhibitions;
  return (
    <section aria-label={words.packs}>
      <h2 className={classes.title}>{words.packs}</h2>
      {packs.length === 0 && <p className={classes.none}>{words.noPacks}</p>}
      <ul className={classes.list} data-empty={packs.length === 0 || undefined}>
        {packs.map(({ id, serial, madeAt, madeBy, expiresOn, panels, media, bytes, manifestSha256 }) => (
          <li key={id} className={classes.row}>
            <strong className={classes.serial}>{serial}</strong>
            <span>
              {dayText(madeAt)} · {madeBy}
            </span>
            <span>{words.until(expiresOn)}</span>
            <span>
              {words.packLine(panels, media)} · {fileSize(bytes)}
            </span>
            <span className={classes.hash} title={`${words.manifest} ${manifestSha256}`}>
              {manifestSha256.slice(0, 12)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
