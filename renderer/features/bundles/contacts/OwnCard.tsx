import { Button, CopyButton, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '../../../api.ts';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { fieldError, useProblems } from '../../../components/problems.ts';
import { SvgMarkup } from '../../../components/SvgMarkup.tsx';
import { host } from '../../../host/host.ts';
import { notifyDone } from '../../../notices.ts';
import { useT } from '../../../translations.ts';
import { useExchangeChanged } from '../useExchangeChanged.ts';
import { Fingerprint } from './Fingerprint.tsx';
import classes from './OwnCard.module.css';

/** Our own card: what partners need to seal to us and to know our signature. */
export function OwnCard() {
  const t = useT();
  const words = t.bundles.contacts;
  const report = useProblems();
  const own = useQuery(api.contacts.ownCard.queryOptions());
  const [isRemaking, setIsRemaking] = useState(false);
  const { card, qrSvg, canMake, current, unit } = own.data ?? {};

  async function exportCard(): Promise<void> {
    const folder = await host.pickFolder('export');
    if (folder === null) return;
    const { files } = await client.contacts.exportCard({ place: folder.token });
    notifyDone(words.exported(files.join(t.formats.list)));
  }

  return (
    <aside className={classes.own} aria-label={words.own}>
      <h2 className={classes.title}>{words.own}</h2>
      <p className={classes.lead}>{words.ownLead}</p>
      <ErrorProblems error={own.error} />
      {card != null && !isRemaking && (
        <>
          <p className={classes.unit}>{card.unit}</p>
          {current === false && <p className={classes.stale}>{words.ownStale}</p>}
          <SvgMarkup svg={qrSvg ?? ''} label={words.qr} className={classes.qr} />
          <p className={classes.label}>{words.fingerprint}</p>
          <Fingerprint text={card.fingerprint} />
          <div className={classes.deeds}>
            <Button variant="default" onClick={() => void exportCard().catch(report)}>
              {words.export}
            </Button>
            <CopyButton value={card.text}>
              {({ copied, copy }) => (
                <Button variant="subtle" onClick={copy}>
                  {copied ? t.actions.copied : words.copyText}
                </Button>
              )}
            </CopyButton>
            {canMake && (
              <Button variant="subtle" onClick={() => setIsRemaking(true)}>
                {words.remake}
              </Button>
            )}
          </div>
        </>
      )}
      {own.data !== undefined && (card == null || isRemaking) && (
        <>
          {card == null && <p>{words.ownNone}</p>}
          {canMake ? (
            <MakeCard unit={unit ?? ''} onMade={() => setIsRemaking(false)} />
          ) : (
            <p className={classes.lead}>{words.ownNeedsAll}</p>
          )}
        </>
      )}
    </aside>
  );
}

function MakeCard({ unit, onMade }: { unit: string; onMade: () => void }) {
  const t = useT();
  const words = t.bundles.contacts;
  const changed = useExchangeChanged();
  const [name, setName] = useState(unit);
  const make = useMutation(
    api.contacts.makeCard.mutationOptions({
      onSuccess: () => {
        notifyDone(words.made);
        changed();
        onMade();
      },
    }),
  );
  return (
    <form
      className={classes.make}
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate({ unit: name });
      }}
    >
      <TextInput
        label={words.unit}
        value={name}
        maxLength={120}
        error={fieldError(t, make.error, 'unit')}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <ErrorProblems error={make.error} atFields={['unit']} />
      <Button type="submit" loading={make.isPending} disabled={name.trim() === ''}>
        {words.make}
      </Button>
    </form>
  );
}
