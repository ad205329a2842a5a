import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Level } from '#shared/confidentiality/levels.ts';
import type { NewCase } from '#shared/screening/case.ts';
import { client } from '../../api.ts';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { useDraft } from '../../components/useDraft.ts';
import { notifyDone } from '../../notices.ts';
import { useT } from '../../translations.ts';
import { CaseFieldsForm } from './CaseFieldsForm.tsx';
import { takeCase } from './useCaseDeed.ts';

export type CaseDraft = { level: Level; unitId: string | null; fields: NewCase };

export const BLANK_DRAFT: CaseDraft = {
  level: 'INTERNAL',
  unitId: null,
  fields: { preset: 'FULL', charter: '', charterVersion: null, category: 'REGULAR', intended: '', note: '' },
};
export const CASE_AT_FIELDS = ['level', 'unitId', 'fields.charter', 'fields.intended', 'fields.note'];

/** A new case: the level first, then which unit, by which procedure and charter. */
export function NewCaseSheet({ unitId, onClose }: { unitId: string | null; onClose: () => void }) {
  const t = useT();
  const words = t.screening;
  const navigate = useNavigate();
  const { draft, change, drop } = useDraft<CaseDraft>(`screening.new ${unitId ?? ''}`, {
    ...BLANK_DRAFT,
    unitId,
  });
  const create = useMutation({
    mutationFn: ({ unitId: of, ...rest }: CaseDraft) =>
      client.screening.create({ ...rest, unitId: of ?? '' }),
    onSuccess: (it) => {
      drop();
      takeCase(it);
      notifyDone(words.created(it.title));
      void navigate({ to: '/screening/$caseId', params: { caseId: it.id } });
    },
  });
  const isFilled = draft.unitId !== null && draft.fields.charter.trim() !== '';
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.create}
      verb={words.createVerb}
      busy={create.isPending}
      onConfirm={isFilled ? () => create.mutate(draft) : undefined}
    >
      <CaseFieldsForm draft={draft} change={change} error={create.error} />
      <ErrorProblems error={create.error} atFields={CASE_AT_FIELDS} />
    </ConfirmSheet>
  );
}
