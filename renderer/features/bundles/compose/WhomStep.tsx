import { Checkbox, Radio, Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { api } from '../../../api.ts';
import { DateField } from '../../../components/DateField/DateField.tsx';
import { useT } from '../../../translations.ts';
import { ContactChoice } from './ContactChoice.tsx';
import { type ChangeDraft, type Draft, hasRecipient } from './draft.ts';
import { StepFoot } from './StepFoot.tsx';
import classes from './WhomStep.module.css';

/** Step 2: to whom, what for, and on what terms. */
export function WhomStep({
  draft,
  change,
  onBack,
  onNext,
}: {
  draft: Draft;
  change: ChangeDraft;
  onBack: () => void;
  onNext: () => void;
}) {
  const t = useT();
  const words = t.bundles.whom;
  return (
    <>
      <div className={classes.columns}>
        <section className={classes.column} aria-label={words.by}>
          <WayChoice draft={draft} change={change} />
          {draft.by === 'CARD' ? (
            <ContactChoice value={draft.contactId} onChange={(contactId) => change({ contactId })} />
          ) : (
            <NamedRecipient draft={draft} change={change} />
          )}
        </section>
        <section className={classes.column} aria-label={words.terms}>
          <Textarea
            label={words.purpose}
            description={words.purposeHelp}
            value={draft.purpose}
            maxLength={500}
            autosize
            minRows={2}
            maxRows={5}
            onChange={(event) => change({ purpose: event.currentTarget.value })}
          />
          <SeriesChoice draft={draft} change={change} />
          <div className={classes.pair}>
            <DateField
              label={words.expires}
              value={draft.expires}
              onChange={(expires) => change({ expires })}
            />
            <fieldset className={classes.group}>
              <legend>{words.terms}</legend>
              <Checkbox
                label={words.mayPrint}
                checked={draft.print}
                onChange={(event) => change({ print: event.currentTarget.checked })}
              />
              <Checkbox
                label={words.mayForward}
                checked={draft.forward}
                onChange={(event) => change({ forward: event.currentTarget.checked })}
              />
            </fieldset>
          </div>
          <TextInput
            label={words.termsNote}
            value={draft.note}
            maxLength={500}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
          <ImageChoice draft={draft} change={change} />
        </section>
      </div>
      <StepFoot onBack={onBack} onNext={hasRecipient(draft) ? onNext : undefined} />
    </>
  );
}

type Part = { draft: Draft; change: ChangeDraft };

function WayChoice({ draft, change }: Part) {
  const t = useT();
  const words = t.bundles.whom;
  const name = useId();
  const ways = [
    { by: 'CARD', label: words.byCard, help: words.byCardHelp },
    { by: 'PASSPHRASE', label: words.byPassphrase, help: words.byPassphraseHelp },
  ] as const;
  return (
    <fieldset className={classes.ways}>
      <legend>{words.by}</legend>
      {ways.map(({ by, label, help }) => (
        <label key={by} className={classes.way}>
          <input type="radio" name={name} checked={draft.by === by} onChange={() => change({ by })} />
          <span className={classes.wayName}>{label}</span>
          <span className={classes.wayHelp}>{help}</span>
        </label>
      ))}
    </fieldset>
  );
}

function NamedRecipient({ draft, change }: Part) {
  const t = useT();
  const words = t.bundles.whom;
  return (
    <div className={classes.fields}>
      <TextInput
        label={words.name}
        value={draft.name}
        maxLength={80}
        autoComplete="off"
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={words.unit}
        description={words.unitHelp}
        value={draft.unit}
        maxLength={110}
        autoComplete="off"
        onChange={(event) => change({ unit: event.currentTarget.value })}
      />
    </div>
  );
}

function ImageChoice({ draft, change }: Part) {
  const t = useT();
  const words = t.bundles.whom;
  return (
    <Radio.Group
      label={words.images}
      value={draft.imageMetadata}
      onChange={(value) => change({ imageMetadata: value === 'KEEP' ? 'KEEP' : 'STRIP_LOCATION' })}
    >
      <div className={classes.choices}>
        <Radio value="KEEP" label={words.imagesKeep} description={words.imagesKeepHelp} />
        <Radio value="STRIP_LOCATION" label={words.imagesStrip} description={words.imagesStripHelp} />
      </div>
    </Radio.Group>
  );
}

/** A new bundle, or a new edition or copy of one that was sent. The choice shows only where there is one. */
function SeriesChoice({ draft, change }: Part) {
  const t = useT();
  const words = t.bundles.whom;
  const sent = useQuery(api.bundles.sent.queryOptions({ input: { contactId: null } }));
  const newest = new Map<string, { label: string }>();
  for (const { series, purpose, recipient } of sent.data ?? []) {
    const isTheirs =
      draft.by === 'CARD' && recipient.contactId !== null && recipient.contactId === draft.contactId;
    const before = newest.get(series.id);
    if (isTheirs) newest.set(series.id, before ?? { label: words.seriesOf(purpose, series.sequence) });
    else if (!before && series.id === draft.seriesId)
      newest.set(series.id, { label: words.seriesCopy(purpose) });
  }
  if (newest.size === 0) return null;
  return (
    <Select
      label={words.series}
      data={[
        { value: '', label: words.seriesNew },
        ...[...newest].slice(0, 50).map(([value, { label }]) => ({ value, label })),
      ]}
      value={draft.seriesId ?? ''}
      onChange={(value) => change({ seriesId: value === null || value === '' ? null : value })}
      allowDeselect={false}
    />
  );
}
