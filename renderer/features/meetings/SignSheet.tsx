import { TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Problem } from '#shared/errors.ts';
import type { Meeting } from '#shared/meetings/contract.ts';
import { retentionOfMinutes } from '#shared/meetings/signing.ts';
import { problemText } from '#shared/translations/problemText.ts';
import { api } from '../../api.ts';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { DateField } from '../../components/DateField/DateField.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { dayText } from '../../formats.ts';
import { notifyDone } from '../../notices.ts';
import { useT } from '../../translations.ts';
import classes from './SignSheet.module.css';
import { takeMeeting } from './useMeetingEdit.ts';

const OWN_FIELDS: readonly string[] = ['signer', 'issuedOn'];

/** The decision to sign: what follows, what is missing, who signs and when. */
export function SignSheet({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const t = useT();
  const words = t.meetings.sign;
  const chair = meeting.attendees.find(({ duty }) => duty === 'CHAIR')?.name ?? '';
  const [signer, setSigner] = useState(chair);
  const [issuedOn, setIssuedOn] = useState<string | null>(dayText(Date.now()));
  const signature = { signer, issuedOn: issuedOn ?? '' };
  const hindrances = useQuery({
    ...api.meetings.checkSigning.queryOptions({ input: { id: meeting.id, ...signature } }),
    enabled: /^\d{4}-\d{2}-\d{2}$/.test(signature.issuedOn),
  });
  const sign = useMutation(
    api.meetings.sign.mutationOptions({
      onSuccess: (signed) => {
        takeMeeting(signed);
        notifyDone(words.done(signed.versions.at(-1)?.record?.refCode ?? ''));
        onClose();
      },
    }),
  );
  const problems = hindrances.data ?? [];
  const others = problems.filter(({ field = '' }) => !OWN_FIELDS.includes(field));
  const errorOf = (field: string) =>
    problems
      .filter((problem) => problem.field === field)
      .map(({ field: _, ...rest }) => problemText(t, rest))
      .join(' ') || undefined;
  const isFree = hindrances.isSuccess && problems.length === 0;

  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.title}
      verb={words.verb}
      busy={sign.isPending}
      onConfirm={
        isFree ? () => sign.mutate({ id: meeting.id, version: meeting.version, ...signature }) : undefined
      }
    >
      {others.length > 0 && (
        <div className={classes.hindered} role="alert">
          <p>{words.hindered}</p>
          <ul>
            {others.map((problem) => (
              <li key={JSON.stringify(problem)}>{sentence(problem)}</li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <p className={classes.follows}>{words.follows}</p>
        <ul className={classes.list}>
          <li>{words.fixes}</li>
          <li>{words.files(t.meetings.retentions[retentionOfMinutes(meeting.fields.type)])}</li>
          <li>{words.resolutions}</li>
        </ul>
      </div>
      <div className={classes.pair}>
        <TextInput
          label={words.signer}
          value={signer}
          maxLength={80}
          error={errorOf('signer')}
          onChange={(event) => setSigner(event.currentTarget.value)}
        />
        <DateField
          label={words.issuedOn}
          value={issuedOn}
          error={errorOf('issuedOn')}
          onChange={setIssuedOn}
        />
      </div>
      {sign.isPending && <p role="status">{words.busy}</p>}
      <ErrorProblems error={sign.error ?? hindrances.error} />
    </ConfirmSheet>
  );

  function sentence({ field = '', ...rest }: Problem): string {
    const names: Record<string, string> = words.fieldNames;
    const name = names[field.replace(/\.\d+$/, '')];
    return `${name === undefined ? '' : `${name}${t.formats.colon}`}${problemText(t, rest)}`;
  }
}
