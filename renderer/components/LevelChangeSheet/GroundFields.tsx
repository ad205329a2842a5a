import { Select, Textarea, TextInput } from '@mantine/core';
import { type DecisionKind, type DecisionSubject, reasonsFor } from '#shared/confidentiality/decision.ts';
import { useT } from '../../translations.ts';
import { fieldError } from '../problems.ts';
import type { LevelDraft } from './draft.ts';
import { reasonText } from './reasonText.ts';

/** Why: the ground the level rests on, the reason of this change, and words beside it. */
export function GroundFields({
  draft,
  kind,
  subject,
  error,
  onEdit,
}: {
  draft: LevelDraft;
  kind: DecisionKind;
  subject: DecisionSubject;
  error: unknown;
  onEdit: (changes: Partial<LevelDraft>) => void;
}) {
  const t = useT();
  const words = t.confidentiality.change;
  return (
    <>
      {draft.level !== 'PUBLIC' && (
        <TextInput
          label={words.basis}
          description={words.basisHelp}
          value={draft.basis}
          maxLength={500}
          error={fieldError(t, error, 'basis')}
          onChange={(event) => onEdit({ basis: event.currentTarget.value })}
        />
      )}
      <Select
        label={words.reason}
        placeholder={t.actions.choose}
        data={reasonsFor(kind, subject).map((reason) => ({ value: reason, label: reasonText(t, reason) }))}
        value={draft.reason === '' ? null : draft.reason}
        error={fieldError(t, error, 'reason')}
        onChange={(next) => onEdit({ reason: next ?? '' })}
      />
      <Textarea
        label={words.remark}
        description={words.remarkHelp}
        value={draft.remark}
        maxLength={2000}
        autosize
        minRows={2}
        maxRows={6}
        error={fieldError(t, error, 'remark')}
        onChange={(event) => onEdit({ remark: event.currentTarget.value })}
      />
    </>
  );
}
