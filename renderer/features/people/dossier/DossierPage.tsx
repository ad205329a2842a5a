import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { DossierFields } from '#shared/people/dossier.ts';
import type { Dossier } from '#shared/people/dossierContract.ts';
import { api, client } from '../../../api.ts';
import { ConfirmSheet } from '../../../components/ConfirmSheet/ConfirmSheet.tsx';
import { Fact, FactsColumn } from '../../../components/FactsColumn/FactsColumn.tsx';
import { InlineEdit } from '../../../components/InlineEdit/InlineEdit.tsx';
import { ItemLayout } from '../../../components/ItemLayout/ItemLayout.tsx';
import { ItemLink } from '../../../components/ItemLink.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { errorSentences } from '../../../components/problems.ts';
import { undoDeed } from '../../../components/undoDeed.ts';
import { useVersionedEdit } from '../../../components/versionedEdit.ts';
import { notifyDone } from '../../../notices.ts';
import { useT } from '../../../translations.ts';
import { Assessments } from './Assessments.tsx';
import { EducationRows } from './EducationRows.tsx';
import { WorkRows } from './WorkRows.tsx';

/** Personnel matters of one person: education, work, assessments. */
export function DossierPage() {
  const t = useT();
  const { dossierId = '' } = useParams({ strict: false });
  const dossier = useQuery(api.dossiers.get.queryOptions({ input: { id: dossierId } }));
  if (dossier.data === undefined) return <ErrorProblems error={dossier.error} />;
  return <Opened dossier={dossier.data} title={t.people.title} />;
}

function Opened({ dossier, title }: { dossier: Dossier; title: string }) {
  const t = useT();
  const words = t.people.dossier;
  const [isRemoving, setIsRemoving] = useState(false);
  const edit = useVersionedEdit<Dossier, { fields: DossierFields }>({
    item: dossier,
    valuesOf: ({ fields }) => ({ fields }),
    save: (input) => client.dossiers.edit(input),
    key: api.dossiers.get.queryKey({ input: { id: dossier.id } }),
  });
  const save = (change: Partial<DossierFields>) =>
    edit(({ fields }) => ({ fields: { ...fields, ...change } }));
  return (
    <ItemLayout
      item={{ ...dossier, title: `${dossier.title} · ${words.title}` }}
      list={{ to: '/people', name: title }}
      actions={
        <Button
          variant="default"
          leftSection={<IconTrash size={16} stroke={1.5} />}
          onClick={() => setIsRemoving(true)}
        >
          {t.actions.remove}
        </Button>
      }
      facts={
        <FactsColumn label={words.facts}>
          <Fact name={words.person}>{dossier.person !== null && <ItemLink item={dossier.person} />}</Fact>
          <Fact name={t.people.fields.note}>
            <InlineEdit
              label={t.people.fields.note}
              value={dossier.fields.note}
              maxLength={5000}
              multiline
              onSave={(note) => save({ note })}
              errorText={(error) => errorSentences(t, error).join(' ')}
            />
          </Fact>
        </FactsColumn>
      }
    >
      <EducationRows rows={dossier.fields.education} onSave={(education) => save({ education })} />
      <WorkRows rows={dossier.fields.work} onSave={(work) => save({ work })} />
      <Assessments rows={dossier.fields.assessments} onSave={(assessments) => save({ assessments })} />
      {isRemoving && <RemoveSheet dossier={dossier} onClose={() => setIsRemoving(false)} />}
    </ItemLayout>
  );
}

function RemoveSheet({ dossier, onClose }: { dossier: Dossier; onClose: () => void }) {
  const t = useT();
  const words = t.people.dossier;
  const navigate = useNavigate();
  const remove = useMutation(
    api.dossiers.remove.mutationOptions({
      onSuccess: (removed) => {
        notifyDone(words.removed, undoDeed(removed));
        void navigate({ to: '/people' });
      },
    }),
  );
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.remove}
      verb={t.actions.remove}
      danger
      busy={remove.isPending}
      onConfirm={() => remove.mutate({ id: dossier.id, version: dossier.version, reason: '' })}
    >
      <p>{words.removeHelp}</p>
      <ErrorProblems error={remove.error} />
    </ConfirmSheet>
  );
}
