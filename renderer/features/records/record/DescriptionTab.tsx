import { Button, Textarea } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import type { RecordDetail } from '#shared/records/contract.ts';
import { errorSentences } from '../../../components/problems.ts';
import { draftOf, dropDraft, keepDraft } from '../../../drafts.ts';
import { isComposing } from '../../../keyboard.ts';
import { useT } from '../../../translations.ts';
import classes from './DescriptionTab.module.css';
import type { RecordEdit } from './useRecordEdit.ts';

/** The long text of a record. What is typed and not saved stays, also when the page is left. */
export function DescriptionTab({ record, edit }: { record: RecordDetail; edit: RecordEdit }) {
  const t = useT();
  const words = t.records.page;
  const form = `record description ${record.id}`;
  const stored = record.fields.description;
  const [draft, setDraft] = useState(() => draftOf<string>(form));
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const write = (text: string) => {
    setDraft(text);
    keepDraft(form, text);
  };
  const close = () => {
    dropDraft(form);
    setDraft(undefined);
    setError(undefined);
  };
  const save = async () => {
    if (draft === undefined || draft === stored) return close();
    setBusy(true);
    try {
      await edit.edit({ description: draft });
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
        <Button variant="default" size="xs" onClick={() => write(stored)}>
          {stored === '' ? words.writeDescription : t.actions.edit}
        </Button>
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
        value={draft}
        error={error}
        maxLength={20_000}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className={classes.foot}>
        <span className={classes.hint}>{draft === stored ? words.saveHint : words.draftKept}</span>
        <Button variant="default" size="xs" onClick={close} disabled={busy}>
          {draft === stored ? t.actions.cancel : words.discardDraft}
        </Button>
        <Button size="xs" loading={busy} onClick={() => void save()}>
          {t.actions.save}
        </Button>
      </div>
    </div>
  );
}
