import { Select } from '@mantine/core';
import type { LevelChangePreview } from '#shared/confidentiality/contract.ts';
import { useT } from '../../translations.ts';
import { PassphraseInput } from '../PassphraseInput/PassphraseInput.tsx';
import { fieldError, hasCode } from '../problems.ts';
import type { LevelDraft } from './draft.ts';
import classes from './LevelChangeSheet.module.css';

/** The second person, on the spot, with the own passphrase. Where there is nobody, that is said and will be on the sheet. */
export function ApproverFields({
  draft,
  approvers,
  error,
  onEdit,
}: {
  draft: LevelDraft;
  approvers: LevelChangePreview['approvers'];
  error: unknown;
  onEdit: (changes: Partial<LevelDraft>) => void;
}) {
  const t = useT();
  const words = t.confidentiality.change;
  if (approvers.length === 0) return <p className={classes.alone}>{words.withoutReview}</p>;
  return (
    <div className={classes.approver}>
      <Select
        label={words.approver}
        placeholder={words.noOpenApprover}
        data={approvers.map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.approverId === '' ? null : draft.approverId}
        error={fieldError(t, error, 'approver')}
        onChange={(next) => onEdit({ approverId: next ?? '', passphrase: '' })}
      />
      <PassphraseInput
        label={words.approverPassphrase}
        value={draft.passphrase}
        disabled={draft.approverId === ''}
        error={hasCode(error, 'WRONG_PASSPHRASE') ? t.errors.codes.WRONG_PASSPHRASE : undefined}
        onChange={(event) => onEdit({ passphrase: event.currentTarget.value })}
      />
      <p className={classes.help}>{words.approverHelp}</p>
    </div>
  );
}
