import type { DryRun, GoingItem, StayingItem } from '#shared/bundles/contract.ts';
import { reasonText, remarkText } from '#shared/translations/policyText.ts';
import { LevelMark } from '../../../components/LevelMark/LevelMark.tsx';
import { counted, fileSize } from '../../../formats.ts';
import { useT } from '../../../translations.ts';
import classes from './CheckStep.module.css';

/** Long lists are cut in sight only: the numbers above say all. */
const SHOWN = 500;
/** Said once above the lists or beside the title, not at every item. */
const SAID_ABOVE: ReadonlySet<string> = new Set([
  'DRAFT',
  'NO_AGREEMENT',
  'AGREEMENT_HAS_ENDED',
  'NO_SECRECY_CLAUSE',
  'CARD_UNVERIFIED_USED',
]);

export function GoesColumn({ run }: { run: DryRun }) {
  const t = useT();
  const words = t.bundles.check;
  return (
    <section className={classes.column} aria-label={words.goes}>
      <h3 className={classes.title}>
        {words.goes}
        <span className={classes.count}>{counted(run.goes.length)}</span>
      </h3>
      {run.goes.length === 0 && <p className={classes.none}>{words.nothingGoes}</p>}
      <ul>
        {run.goes.slice(0, SHOWN).map((item) => (
          <Going key={item.id} item={item} />
        ))}
      </ul>
      {run.goes.length > SHOWN && (
        <p className={classes.none}>{t.bundles.what.moreChosen(counted(run.goes.length - SHOWN))}</p>
      )}
    </section>
  );
}

/** Grouped by their reasons, so that one sentence stands once. */
export function StaysColumn({ run }: { run: DryRun }) {
  const t = useT();
  const words = t.bundles.check;
  const groups = new Map<string, StayingItem[]>();
  for (const item of run.stays) {
    const sentences = item.reasons.map((reason) => reasonText(t, reason)).join('\n');
    groups.set(sentences, [...(groups.get(sentences) ?? []), item]);
  }
  return (
    <section className={classes.column} data-stays aria-label={words.staysBecause}>
      <h3 className={classes.title}>
        {run.stays.length === 0 ? words.stays : words.staysBecause}
        <span className={classes.count}>{counted(run.stays.length)}</span>
      </h3>
      {run.stays.length === 0 && <p className={classes.none}>{words.nothingStays}</p>}
      {[...groups].map(([sentences, items]) => (
        <div key={sentences} className={classes.group}>
          <div className={classes.reasons}>
            {sentences.split('\n').map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
          <ul>
            {items.slice(0, SHOWN).map((item) => (
              <Line key={item.id} item={item} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function Going({ item }: { item: GoingItem }) {
  const t = useT();
  const words = t.bundles.check;
  const remarks = item.remarks.filter(({ code }) => !SAID_ABOVE.has(code));
  return (
    <Line item={item}>
      {(remarks.length > 0 || item.filesStaying.length > 0) && (
        <span className={classes.remarks}>
          {remarks.map((remark) => (
            <span key={remark.code}>{remarkText(t, remark)}</span>
          ))}
          {item.filesStaying.map(({ name, reason }) => (
            <span key={name} className={classes.fileStays}>
              {words.fileStays(name, words.fileReasons[reason] ?? reason)}
            </span>
          ))}
        </span>
      )}
    </Line>
  );
}

function Line({ item, children }: { item: GoingItem | StayingItem; children?: React.ReactNode }) {
  const t = useT();
  const size =
    item.fileCount === 0
      ? t.search.kinds[item.kind]
      : `${t.formats.files(item.fileCount)} · ${fileSize(item.bytes)}`;
  return (
    <li className={classes.item}>
      <span className={classes.name}>
        {item.title}
        {'draft' in item && item.draft && <span className={classes.draft}>{t.bundles.check.draft}</span>}
      </span>
      <LevelMark level={item.level} />
      <span className={classes.size}>{size}</span>
      {children}
    </li>
  );
}
