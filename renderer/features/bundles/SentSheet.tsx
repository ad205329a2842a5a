import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { SentBundle } from '#shared/bundles/contract.ts';
import { api } from '../../api.ts';
import { BytesText } from '../../components/BytesText/BytesText.tsx';
import { InstantText } from '../../components/DateText/DateText.tsx';
import { ItemLink } from '../../components/ItemLink.tsx';
import { LevelMark } from '../../components/LevelMark/LevelMark.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { counted } from '../../formats.ts';
import { useT } from '../../translations.ts';
import { beginDraft } from './compose/draft.ts';
import { Fact, Facts } from './Facts.tsx';
import classes from './SentSheet.module.css';
import { termsText } from './termsText.ts';
import { useGoTo } from './useExchange.ts';

/** One line of the ledger, whole: what left, in which versions, to whom and on what terms. */
export function SentSheet({ bundle, onClose }: { bundle: SentBundle; onClose: () => void }) {
  const t = useT();
  const words = t.bundles.sent;
  const goTo = useGoTo();
  const detail = useQuery(api.bundles.sentBundle.queryOptions({ input: { id: bundle.id } }));
  const here = detail.data?.items.flatMap(({ now }) => now?.id ?? []) ?? [];

  function again(sameRecipient: boolean): void {
    beginDraft({
      ids: here,
      purpose: bundle.purpose,
      seriesId: bundle.series.id,
      ...(sameRecipient && bundle.recipient.contactId !== null
        ? { by: 'CARD' as const, contactId: bundle.recipient.contactId }
        : {}),
      ...(sameRecipient && bundle.recipient.by === 'PASSPHRASE'
        ? { by: 'PASSPHRASE' as const, name: bundle.recipient.name, unit: bundle.recipient.unit }
        : {}),
    });
    goTo('new');
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size={760}
      title={`${bundle.recipient.name} · ${words.edition(bundle.series.sequence, bundle.copy)}`}
      closeButtonProps={{ 'aria-label': t.actions.close }}
    >
      <Facts>
        <Fact name={words.columns.at}>
          <InstantText at={bundle.at} />
        </Fact>
        <Fact name={words.actor}>{bundle.actor}</Fact>
        <Fact name={words.columns.purpose} wide>
          {bundle.purpose}
        </Fact>
        <Fact name={words.columns.level} wide>
          <LevelMark level={bundle.level} mark={bundle.mark} />
        </Fact>
        <Fact name={words.fileName}>{bundle.fileName}</Fact>
        <Fact name={words.columns.size}>
          <BytesText bytes={bundle.size} />
        </Fact>
        <Fact name={words.expires}>{bundle.expires ?? words.noExpiry}</Fact>
        <Fact name={words.terms}>{termsText(t, bundle.terms)}</Fact>
        <Fact name={words.images}>
          {bundle.imageMetadata === 'KEEP' ? t.bundles.whom.imagesKeep : t.bundles.whom.imagesStrip}
        </Fact>
        {bundle.consent !== '' && <Fact name={words.consent}>{bundle.consent}</Fact>}
      </Facts>
      <p className={classes.hash}>
        <span>{words.sha256}</span>
        <code>{bundle.sha256}</code>
      </p>
      <h3 className={classes.title}>{words.items(counted(bundle.counts.items))}</h3>
      <ErrorProblems error={detail.error} />
      <ul className={classes.items}>
        {detail.data?.items.map(({ id, title, version, now }) => (
          <li key={id} className={classes.item}>
            {now === null ? <span>{title}</span> : <ItemLink item={{ ...now, title }} />}
            <span className={classes.version}>{now === null ? words.gone : words.version(version)}</span>
          </li>
        ))}
      </ul>
      <div className={classes.foot}>
        <Button variant="default" disabled={here.length === 0} onClick={() => again(false)}>
          {words.forAnother}
        </Button>
        <Button disabled={here.length === 0} onClick={() => again(true)}>
          {words.newEdition}
        </Button>
      </div>
    </Modal>
  );
}
