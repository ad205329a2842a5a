import { Checkbox, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportEntry } from '#shared/records/importsContract.ts';
import { api } from '../../../api.ts';
import { ConfirmSheet } from '../../../components/ConfirmSheet/ConfirmSheet.tsx';
import { ErrorProblems, ProblemList } from '../../../components/ProblemList/ProblemList.tsx';
import { notifyDone } from '../../../notices.ts';
import { useT } from '../../../translations.ts';
import classes from './EntryList.module.css';

/** Shortest declaration the contract takes. */
const SHORTEST = 4;

/**
 * Why the guard held a file. A mark that is only quoted may be declared so and filed; the declaration goes to the journal.
 * What looks like a state secret, genetic data or a patient's image has no such way.
 */
export function DeclareSheet({
  importId,
  entry,
  onClose,
}: {
  importId: string;
  entry: ImportEntry;
  onClose: () => void;
}) {
  const t = useT();
  const words = t.imports.held;
  const queries = useQueryClient();
  const [declaration, setDeclaration] = useState('');
  const [confirmed, setConfirmed] = useState(false);
  const declare = useMutation(
    api.imports.declareQuoted.mutationOptions({
      async onSuccess() {
        await queries.invalidateQueries({ queryKey: api.imports.key() });
        notifyDone(words.declared);
        onClose();
      },
    }),
  );
  const ready = confirmed && declaration.trim().length >= SHORTEST;
  const confirm = () => declare.mutate({ id: importId, entryId: entry.id, declaration: declaration.trim() });
  return (
    <ConfirmSheet
      opened
      title={entry.path.split('/').at(-1) ?? entry.path}
      verb={words.declare}
      busy={declare.isPending}
      onClose={onClose}
      onConfirm={entry.quotable && ready ? confirm : undefined}
    >
      <ProblemList problems={entry.problems} />
      <p>{words.stateSecretNext}</p>
      {entry.quotable && (
        <div className={classes.declare}>
          <p>{words.quotedText}</p>
          <Textarea
            label={words.declaration}
            description={words.declarationHelp}
            maxLength={500}
            autosize
            minRows={2}
            value={declaration}
            onChange={(event) => setDeclaration(event.currentTarget.value)}
          />
          <Checkbox
            label={words.declareConfirm}
            checked={confirmed}
            onChange={(event) => setConfirmed(event.currentTarget.checked)}
          />
        </div>
      )}
      <ErrorProblems error={declare.error} />
    </ConfirmSheet>
  );
}
