import { IconDeviceFloppy } from '@tabler/icons-react';
import type { OpenedBundleView, OpenedItem } from '#shared/bundles/receivedContract.ts';
import { client } from '../../../api.ts';
import { IconButton } from '../../../components/IconButton/IconButton.tsx';
import { LevelMark } from '../../../components/LevelMark/LevelMark.tsx';
import { useProblems } from '../../../components/problems.ts';
import { counted, fileSize, instantText } from '../../../formats.ts';
import { host } from '../../../host/host.ts';
import { notifyDone } from '../../../notices.ts';
import { useT } from '../../../translations.ts';
import { Fact, Facts } from '../Facts.tsx';
import { termsText } from '../termsText.ts';
import classes from './Contents.module.css';

/** Beyond this a list is no longer read; importing shows them all. */
const SHOWN = 300;

/** What a received bundle says of itself, and what it holds. */
export function Contents({
  opened,
  bundle,
}: {
  opened: OpenedBundleView;
  bundle: NonNullable<OpenedBundleView['bundle']>;
}) {
  const t = useT();
  const words = t.bundles.contents;
  return (
    <section aria-label={words.title}>
      <Facts>
        <Fact name={words.from}>{bundle.unit}</Fact>
        <Fact name={words.purpose}>{bundle.purpose}</Fact>
        <Fact name={words.created}>{instantText(Date.parse(bundle.createdAt))}</Fact>
        <Fact name={words.copy}>{words.copyNumber(bundle.copy, bundle.sequence)}</Fact>
        <Fact name={words.level} wide>
          <LevelMark level={bundle.level} mark={bundle.mark} />
        </Fact>
        <Fact name={words.terms}>{termsText(t, bundle.terms)}</Fact>
      </Facts>
      <h2 className={classes.title}>
        {words.title}
        <span className={classes.counts}>
          {words.counts(
            counted(bundle.counts.items),
            counted(bundle.counts.files),
            fileSize(bundle.counts.bytes),
          )}
        </span>
      </h2>
      <ul className={classes.items}>
        {opened.items.slice(0, SHOWN).map((item) => (
          <Item key={item.id} openedId={opened.openedId} item={item} />
        ))}
      </ul>
      {opened.items.length > SHOWN && (
        <p className={classes.more}>{t.bundles.what.moreChosen(counted(opened.items.length - SHOWN))}</p>
      )}
    </section>
  );
}

function Item({ openedId, item }: { openedId: string; item: OpenedItem }) {
  const t = useT();
  const words = t.bundles.contents;
  const report = useProblems();

  async function save(path: string, name: string): Promise<void> {
    const folder = await host.pickFolder('export');
    if (folder === null) return;
    await client.bundles.saveFile({ openedId, path, place: folder.token });
    notifyDone(words.saved(name));
  }

  const details = [item.refCode, item.docDate, item.responsible].filter(
    (part) => part !== null && part !== '',
  );
  return (
    <li className={classes.item}>
      <div className={classes.head}>
        <span className={classes.kind}>{t.search.kinds[item.kind]}</span>
        <strong className={classes.name}>{item.title}</strong>
        {item.draft && <span className={classes.draft}>{words.draft}</span>}
        <LevelMark level={item.level} mark={item.mark} />
      </div>
      {details.length > 0 && <p className={classes.detail}>{details.join(t.formats.separator)}</p>}
      {item.description !== '' && <p className={classes.description}>{item.description}</p>}
      {item.files.length > 0 && (
        <ul className={classes.files}>
          {item.files.map(({ path, name, size, whole }) => (
            <li key={path} className={classes.file}>
              <span className={classes.fileName}>{name}</span>
              <span className={classes.size}>{fileSize(size)}</span>
              {whole && (
                <IconButton
                  label={words.save(name)}
                  size={24}
                  onClick={() => void save(path, name).catch(report)}
                >
                  <IconDeviceFloppy size={16} stroke={1.5} />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
