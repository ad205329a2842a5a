import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { halvesText, totalOf } from '#shared/outcomes/maturity.ts';
import type { MaturitySheet } from '#shared/outcomes/maturityContract.ts';
import { type Indicator, RISK_DIRECTION } from '#shared/outcomes/maturityTable.ts';
import { completeScores, lockProblems } from '#shared/outcomes/scoreRules.ts';
import type { Citation } from '#shared/records/citation.ts';
import { api, client } from '../../../api.ts';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../../components/problems.ts';
import { notifyDone } from '../../../notices.ts';
import { useT, useTranslation } from '../../../translations.ts';
import { LockSheet, ReopenSheet } from './LockSheets.tsx';
import classes from './ScoreForm.module.css';
import { ScoreTable } from './ScoreTable.tsx';
import { fieldsOfDraft, type ScoreDraft, useScoreDraft } from './useScoreDraft.ts';

/** The sheet itself. What is typed is kept as a draft until it is saved. Its dialogs stand beside the form: what they submit is theirs. */
export function ScoreForm({ sheet }: { sheet: MaturitySheet }) {
  const t = useT();
  const words = t.maturity.sheet;
  const { language } = useTranslation();
  const { draft, put, isChanged, drop } = useScoreDraft(sheet);
  const [doing, setDoing] = useState<'lock' | 'reopen' | null>(null);
  const isLocked = sheet.lockedOn !== null;
  const fields = fieldsOfDraft(sheet, draft);
  const save = useMutation({
    mutationFn: () => client.maturitySheets.edit({ id: sheet.id, version: sheet.version, fields }),
    onSuccess: () => {
      drop();
      notifyDone(t.actions.saved);
    },
  });
  const lock = useMutation({
    mutationFn: async () => {
      const { id, version } = isChanged
        ? await client.maturitySheets.edit({ id: sheet.id, version: sheet.version, fields })
        : sheet;
      drop();
      return client.maturitySheets.lock({ id, version });
    },
    onSuccess: () => notifyDone(words.locked),
    onSettled: () => setDoing(null),
  });
  const reopen = useMutation(
    api.maturitySheets.reopen.mutationOptions({
      onSuccess: () => notifyDone(words.reopened),
      onSettled: () => setDoing(null),
    }),
  );
  const scores = completeScores(fields.scores);
  const error = save.error ?? lock.error ?? reopen.error;
  const change = (indicator: Indicator, next: Partial<ScoreDraft['scores'][Indicator]>) =>
    put({ ...draft, scores: { ...draft.scores, [indicator]: { ...draft.scores[indicator], ...next } } });
  return (
    <>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isLocked && isChanged) save.mutate();
        }}
      >
        <p className={classes.help}>{language === 'zh-CN' ? RISK_DIRECTION.zh : RISK_DIRECTION.en}</p>
        {!isLocked && <p className={classes.help}>{`${words.step} ${words.bands}`}</p>}
        <ScoreTable
          level={sheet.level}
          scores={draft.scores}
          isLocked={isLocked}
          total={scores === null ? '—' : halvesText(totalOf(scores))}
          errorOf={(indicator) => fieldError(t, error, `scores.${indicator}`)}
          onType={(indicator, typed) => change(indicator, { typed })}
          onCite={(indicator, evidence: Citation | null) => change(indicator, { evidence })}
        />
        <Textarea
          label={words.opinion}
          description={isLocked ? undefined : words.opinionHelp}
          value={draft.opinion}
          readOnly={isLocked}
          maxLength={3000}
          autosize
          minRows={3}
          maxRows={16}
          error={fieldError(t, error, 'opinion')}
          onChange={(event) => put({ ...draft, opinion: event.currentTarget.value })}
        />
        <ErrorProblems error={error} />
        <div className={classes.foot}>
          {!isLocked && (
            <>
              <Button type="submit" variant="default" disabled={!isChanged} loading={save.isPending}>
                {words.save}
              </Button>
              <Button
                disabled={lockProblems(fields).length > 0}
                loading={lock.isPending}
                onClick={() => setDoing('lock')}
              >
                {words.lock}
              </Button>
            </>
          )}
          {isLocked && !sheet.concluded && (
            <Button variant="default" onClick={() => setDoing('reopen')}>
              {words.reopen}
            </Button>
          )}
        </div>
      </form>
      {doing === 'lock' && (
        <LockSheet busy={lock.isPending} onConfirm={() => lock.mutate()} onClose={() => setDoing(null)} />
      )}
      {doing === 'reopen' && (
        <ReopenSheet
          busy={reopen.isPending}
          onConfirm={(reason) => reopen.mutate({ id: sheet.id, version: sheet.version, reason })}
          onClose={() => setDoing(null)}
        />
      )}
    </>
  );
}
