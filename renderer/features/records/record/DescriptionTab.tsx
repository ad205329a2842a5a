import { Button, Textarea } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import type { RecordDetail } from '#shared/records/contract.ts';
import { Deeds } from '../../../components/Deeds.tsx';
import { errorSentences } from '../../../components/problems.ts';
import { draftOf, dropDraft, keepDraft } from '../../../drafts.ts';
import { isComposing } from '../../../keyboard.ts';
import { useT } from '../../../translations.ts';
import classes from './DescriptionTab.module.css';
import type { RecordEdit } from './useRecordEdit.ts';

/** What is being written, and the text it began from. */
type Draft = { text: string; seen: string };

/** The long text of a record. What is typed and not saved stays, also when the page is left. */
export function DescriptionTab({ record, edit }: { record: RecordDetail; edit: RecordEdit }) {
  const t = useT();
  const words = t.records.page;
  const form = `record description ${record.id}`;
  const stored = record.fields.description;
  const [draft, setDraft] = useState(() => draftOf<Draft>(form));
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const write = (text: string) => {
    const next: Draft = { text, seen: draft?.seen ?? stored };
    setDraft(next);
    keepDraft(form, next);
  };
  const close = () => {
    dropDraft(form);
    setDraft(undefined);
    setError(undefined);
  };
  const save = async () => {
    if (draft === undefined || draft.text === draft.seen) return close();
    setBusy(true);
    try {
      await edit.edit({ description: draft.text }, { description: draft.seen });
      close();
    } catch (refusal) {
      setError(errorSentences(t, refusal).join(' '));
    } finally {
      setBusy(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isComposing(event)) return;
    event.preventDefault();
    void save();
  };
  if (draft === undefined) {
    return (
      <div className={classes.reading}>
        {stored === '' ? (
          <p className={classes.empty}>{words.descriptionEmpty}</p>
        ) : (
          <p className={classes.text}>{stored}</p>
        )}
        <Deeds>
          <Button variant="default" size="xs" onClick={() => write(stored)}>
            {stored === '' ? words.writeDescription : t.actions.edit}
          </Button>
        </Deeds>
      </div>
    );
  }
  return (
    <div className={classes.writing}>
      <Textarea
        aria-label={t.records.fields.description}
        autosize
        minRows={10}
        maxRows={30}
        autoFocus
        value={draft.text}
        error={error}
        maxLength={20_000}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className={classes.foot}>
        <span className={classes.hint}>{draft.text === draft.seen ? words.saveHint : words.draftKept}</span>
        <Button variant="default" size="xs" onClick={close} disabled={busy}>
          {draft.text === draft.seen ? t.actions.cancel : words.discardDraft}
        </Button>
        <Button size="xs" loading={busy} onClick={() => void save()}>
          {t.actions.save}
        </Button>
      </div>
    </div>
  );
}
