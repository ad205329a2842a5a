import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { LevelDecision } from '#shared/confidentiality/contract.ts';
import { decisionKindOf, needsReview } from '#shared/confidentiality/decision.ts';
import { levelChange } from '#shared/confidentiality/levels.ts';
import { localDateOf } from '#shared/dates.ts';
import type { ItemHead } from '#shared/items.ts';
import { api } from '../../api.ts';
import { draftOf, dropDraft, keepDraft } from '../../drafts.ts';
import { counted } from '../../formats.ts';
import { notifyDone } from '../../notices.ts';
import { useT } from '../../translations.ts';
import { ConfirmSheet } from '../ConfirmSheet/ConfirmSheet.tsx';
import { LevelSelect } from '../LevelSelect/LevelSelect.tsx';
import { ErrorProblems } from '../ProblemList/ProblemList.tsx';
import { fieldError, hasCode } from '../problems.ts';
import { ApproverFields } from './ApproverFields.tsx';
import { DecisionDone } from './DecisionDone.tsx';
import { type LevelDraft, subjectOf, withoutSecrets } from './draft.ts';
import { GroundFields } from './GroundFields.tsx';
import classes from './LevelChangeSheet.module.css';
import { WhatFollows } from './WhatFollows.tsx';

const AT_FIELDS = ['level', 'term', 'basis', 'reason', 'remark', 'approver'];

export type LevelChangeSheetProps = {
  /** A record's `basis` is offered again; items without one start with none. */
  item: ItemHead & { basis?: string };
  onClose: () => void;
  /** After the decision was taken and its sheet was closed. */
  onDone: () => void;
  /** Within a series of decisions: which one this is. */
  position?: { at: number; of: number } | undefined;
  onSkip?: (() => void) | undefined;
};

/** A change of level or term: what it brings about, why, who approves; then its sheet for the file. */
export function LevelChangeSheet({ item, onClose, onDone, position, onSkip }: LevelChangeSheetProps) {
  const t = useT();
  const words = t.confidentiality.change;
  const form = `level.${item.id}`;
  const [draft, setDraft] = useState<LevelDraft>(() => ({
    ...firstDraft(item),
    ...draftOf<Partial<LevelDraft>>(form),
  }));
  const [decision, setDecision] = useState<LevelDecision | null>(null);
  const { level, term } = draft;
  const preview = useQuery({
    ...api.confidentiality.preview.queryOptions({ input: { id: item.id, level } }),
    staleTime: 0,
  });
  const change = useMutation(
    api.confidentiality.change.mutationOptions({
      onSuccess: (answer) => {
        dropDraft(form);
        setDecision(answer.decision);
        notifyDone(words.changed(t.levels.names[answer.decision.to]));
      },
    }),
  );
  const today = localDateOf(new Date());
  const subject = subjectOf(item, today);
  const kind = decisionKindOf(draft, subject, today);
  const isReviewed = kind !== null && needsReview(kind, subject);
  const approvers = preview.data?.approvers ?? [];
  const needsApprover = isReviewed && approvers.length > 0;
  const approver = needsApprover ? { userId: draft.approverId, passphrase: draft.passphrase } : null;
  const isFilled =
    kind !== null &&
    preview.data !== undefined &&
    (term !== null || level === 'PUBLIC') &&
    draft.reason !== '' &&
    (approver === null || (approver.userId !== '' && approver.passphrase !== ''));

  function edit(changes: Partial<LevelDraft>): void {
    const next = { ...draft, ...changes };
    keepDraft(form, withoutSecrets(next));
    setDraft(next);
  }
  function decide(): void {
    const { basis, reason, remark } = draft;
    change.mutate({
      id: item.id,
      version: item.version,
      level,
      term,
      basis,
      reason,
      remark,
      personalInfo: item.personalInfo,
      approver,
    });
  }

  if (decision !== null) return <DecisionDone decision={decision} item={item} onClose={onDone} />;
  const title =
    position === undefined
      ? words.title
      : `${words.title} ${t.formats.of(counted(position.at), counted(position.of))}`;
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={title}
      size="lg"
      verb={kind === null ? words.title : words.verbs[kind]}
      busy={change.isPending}
      onConfirm={isFilled ? decide : undefined}
    >
      <p className={classes.subject}>{item.title}</p>
      <LevelSelect
        value={{ level, term }}
        onChange={(next) => edit(next.level === level ? next : { ...next, reason: '' })}
        levelError={fieldError(t, change.error, 'level')}
        termError={fieldError(t, change.error, 'term')}
      />
      {kind === null ? (
        <p className={classes.quiet}>{words.nothingChanges}</p>
      ) : (
        <>
          {preview.data !== undefined && (
            <WhatFollows preview={preview.data} direction={levelChange(item.level, level)} />
          )}
          <GroundFields draft={draft} kind={kind} subject={subject} error={change.error} onEdit={edit} />
          {isReviewed && preview.data !== undefined && (
            <ApproverFields draft={draft} approvers={approvers} error={change.error} onEdit={edit} />
          )}
        </>
      )}
      {/* A wrong passphrase is said at its field. */}
      {!hasCode(change.error, 'WRONG_PASSPHRASE') && (
        <ErrorProblems error={preview.error ?? change.error} atFields={AT_FIELDS} />
      )}
      {onSkip !== undefined && (
        <Button variant="subtle" size="compact-sm" className={classes.skip} onClick={onSkip}>
          {words.skip}
        </Button>
      )}
    </ConfirmSheet>
  );
}

function firstDraft(item: LevelChangeSheetProps['item']): LevelDraft {
  return {
    level: item.level,
    term: item.term,
    basis: item.basis ?? '',
    reason: '',
    remark: '',
    approverId: '',
    passphrase: '',
  };
}
