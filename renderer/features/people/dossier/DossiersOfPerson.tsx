import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type Level, tierOf } from '#shared/confidentiality/levels.ts';
import type { Person } from '#shared/people/contract.ts';
import { EMPTY_DOSSIER } from '#shared/people/dossier.ts';
import { api } from '../../../api.ts';
import { ConfirmSheet } from '../../../components/ConfirmSheet/ConfirmSheet.tsx';
import { LevelMark } from '../../../components/LevelMark/LevelMark.tsx';
import { LevelSelect } from '../../../components/LevelSelect/LevelSelect.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { useProtectedScreen } from '../../../components/protectScreen.ts';
import { useVaultStatus } from '../../../session.ts';
import { useT } from '../../../translations.ts';
import classes from '../Sections.module.css';

/** The personnel matters of one person, where this session can see them. */
export function DossiersOfPerson({ person }: { person: Person }) {
  const t = useT();
  const words = t.people.dossier;
  const { openTiers } = useVaultStatus();
  const [isCreating, setIsCreating] = useState(false);
  const dossiers = useQuery(api.dossiers.ofPerson.queryOptions({ input: { personId: person.id } }));
  useProtectedScreen((dossiers.data ?? []).map(({ level }) => level));
  const canOpen = openTiers.includes(tierOf('TRADE_SECRET'));
  const found = dossiers.data ?? [];
  return (
    <section aria-label={words.title}>
      <div className={classes.head}>
        <h2 className={classes.title}>{words.title}</h2>
        {canOpen && dossiers.isSuccess && found.length === 0 && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} stroke={1.5} />}
            onClick={() => setIsCreating(true)}
          >
            {words.create}
          </Button>
        )}
      </div>
      <ErrorProblems error={dossiers.error} />
      {dossiers.isSuccess && found.length === 0 && (
        <p className={classes.none}>{canOpen ? words.lead : words.closed}</p>
      )}
      <ul className={classes.list}>
        {found.map(({ id, level, fields }) => (
          <li key={id} className={classes.row}>
            <span className={classes.detail}>
              {words.counts(fields.education.length, fields.work.length, fields.assessments.length)}
            </span>
            <LevelMark level={level} />
            <Link to="/dossiers/$dossierId" params={{ dossierId: id }}>
              {words.open}
            </Link>
          </li>
        ))}
      </ul>
      {isCreating && <NewDossierSheet personId={person.id} onClose={() => setIsCreating(false)} />}
    </section>
  );
}

function NewDossierSheet({ personId, onClose }: { personId: string; onClose: () => void }) {
  const t = useT();
  const words = t.people.dossier;
  const navigate = useNavigate();
  const [level, setLevel] = useState<Level>('TRADE_SECRET');
  const create = useMutation(
    api.dossiers.create.mutationOptions({
      onSuccess: ({ id }) => void navigate({ to: '/dossiers/$dossierId', params: { dossierId: id } }),
    }),
  );
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.create}
      verb={words.createVerb}
      busy={create.isPending}
      onConfirm={() => create.mutate({ personId, level, fields: EMPTY_DOSSIER })}
    >
      <p>{words.lead}</p>
      <LevelSelect
        withTerm={false}
        value={{ level, term: null }}
        onChange={({ level: next }) => setLevel(next)}
      />
      <ErrorProblems error={create.error} />
    </ConfirmSheet>
  );
}
