import { Button, Progress, SegmentedControl } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { EntryState, Import } from '#shared/records/importsContract.ts';
import { api } from '../../../api.ts';
import { ConfirmSheet } from '../../../components/ConfirmSheet/ConfirmSheet.tsx';
import { ProblemList } from '../../../components/ProblemList/ProblemList.tsx';
import { useProblems } from '../../../components/problems.ts';
import { counted, fileSize, percent } from '../../../formats.ts';
import { notifyDone } from '../../../notices.ts';
import { useT } from '../../../translations.ts';
import { attentionOf, doneOf, ENTRY_STATES, totalOf } from './counts.ts';
import { EntryList } from './EntryList.tsx';
import { GiveAgain } from './GiveAgain.tsx';
import classes from './ImportResult.module.css';
import { RowResults } from './RowResults.tsx';
import { stopSending, type UploadState } from './uploads.ts';

/** One import: how far it is, what can be done with it, and a line for each file. */
export function ImportResult({
  import: one,
  title,
  upload,
}: {
  import: Import;
  title: string;
  upload: UploadState | undefined;
}) {
  const t = useT();
  const words = t.imports;
  const report = useProblems();
  const [states, setStates] = useState<EntryState[]>([]);
  const [undoing, setUndoing] = useState(false);
  const [byRow, setByRow] = useState(one.plan.shape === 'CATALOGUE');
  const cancel = useMutation(api.imports.cancel.mutationOptions({ onError: report }));
  const resume = useMutation(api.imports.resume.mutationOptions({ onError: report }));
  const undo = useMutation(
    api.imports.undo.mutationOptions({
      onSuccess({ removed, kept }) {
        setUndoing(false);
        notifyDone(words.undone(counted(removed), counted(kept)));
      },
      onError: report,
    }),
  );
  const total = totalOf(one);
  const done = doneOf(one);
  const goesOn = one.state === 'LISTING' || one.state === 'RUNNING';
  const needsFiles =
    one.needsFiles && upload === undefined && one.state !== 'DONE' && one.state !== 'CANCELLED';
  const canRetry = (one.counts.FAILED ?? 0) > 0 && !goesOn;
  return (
    <section className={classes.result} aria-label={title}>
      <header className={classes.head}>
        <div className={classes.words}>
          <h2 className={classes.title}>{title}</h2>
          <p className={classes.state}>
            {words.jobStates[one.state]} · {words.progress(counted(done), counted(total))} ·{' '}
            {words.progress(fileSize(one.bytes.done), fileSize(one.bytes.total))}
          </p>
        </div>
        <div className={classes.actions}>
          {(one.state === 'PAUSED' || canRetry) && !one.needsFiles && (
            <Button
              variant="default"
              size="xs"
              loading={resume.isPending}
              onClick={() => resume.mutate({ id: one.id })}
            >
              {canRetry ? words.retry : words.resume}
            </Button>
          )}
          {(goesOn || one.state === 'PAUSED') && (
            <Button
              variant="default"
              size="xs"
              title={words.cancelHelp}
              loading={cancel.isPending}
              onClick={() => {
                stopSending(one.id);
                cancel.mutate({ id: one.id });
              }}
            >
              {words.cancel}
            </Button>
          )}
          {!goesOn && ((one.counts.DONE ?? 0) > 0 || one.plan.shape === 'CATALOGUE') && (
            <Button variant="default" size="xs" onClick={() => setUndoing(true)}>
              {words.undo}
            </Button>
          )}
        </div>
      </header>
      {(goesOn || one.state === 'PAUSED') && (
        <Progress
          value={one.bytes.total > 0 ? percent(one.bytes.done, one.bytes.total) : percent(done, total)}
          size={6}
          aria-label={title}
        />
      )}
      <ProblemList problems={one.problems} />
      {needsFiles && (
        <div>
          <GiveAgain importId={one.id} />
        </div>
      )}
      {attentionOf(one) > 0 && states.length === 0 && !goesOn && (
        <p className={classes.attention}>{words.finishedWithAttention(counted(attentionOf(one)))}</p>
      )}
      {one.plan.shape === 'CATALOGUE' && (
        <SegmentedControl
          size="xs"
          aria-label={words.result}
          data={[
            { value: 'ROWS', label: t.catalogues.byRow },
            { value: 'FILES', label: t.catalogues.byFile },
          ]}
          value={byRow ? 'ROWS' : 'FILES'}
          onChange={(next) => setByRow(next === 'ROWS')}
        />
      )}
      {byRow && <RowResults importId={one.id} goesOn={goesOn} />}
      {!byRow && (
        <>
          <div className={classes.filters} role="toolbar" aria-label={words.filter}>
            <Filter
              label={words.all}
              count={total}
              pressed={states.length === 0}
              onClick={() => setStates([])}
            />
            {ENTRY_STATES.filter((state) => (one.counts[state] ?? 0) > 0).map((state) => (
              <Filter
                key={state}
                state={state}
                label={
                  state === 'WAITING' && one.state === 'CANCELLED' ? words.notTaken : words.states[state]
                }
                count={one.counts[state] ?? 0}
                pressed={states.includes(state)}
                onClick={() => setStates(states.includes(state) ? [] : [state])}
              />
            ))}
          </div>
          <EntryList
            goesOn={goesOn}
            isCancelled={one.state === 'CANCELLED'}
            importId={one.id}
            states={states}
            count={states.length === 0 ? total : countOf(one, states)}
          />
        </>
      )}
      <ConfirmSheet
        opened={undoing}
        danger
        size="sm"
        title={words.undoTitle}
        verb={words.undo}
        busy={undo.isPending}
        onClose={() => setUndoing(false)}
        onConfirm={() => undo.mutate({ id: one.id })}
      >
        <p>{words.undoText}</p>
      </ConfirmSheet>
    </section>
  );
}

function Filter({
  state,
  label,
  count,
  pressed,
  onClick,
}: {
  state?: EntryState;
  label: string;
  count: number;
  pressed: boolean;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      className={classes.filter}
      aria-pressed={pressed}
      data-state={state}
      onClick={onClick}
    >
      {label} <span className={classes.count}>{counted(count)}</span>
    </button>
  );
}

function countOf({ counts }: Import, states: EntryState[]): number {
  return states.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
}
