import { Select, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Panel } from '#shared/outcomes/maturityContract.ts';
import { RECUSAL_GROUNDS, type RecusalGround, standingResult } from '#shared/outcomes/panel.ts';
import { api } from '../../../api.ts';
import { ConfirmSheet } from '../../../components/ConfirmSheet/ConfirmSheet.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { useT } from '../../../translations.ts';

type Props = { panel: Panel; expert: Panel['experts'][number]; onClose: () => void };

/** An expert who hands in no sheet. */
export function AbsentSheet({ panel, expert, onClose }: Props) {
  const t = useT();
  const words = t.maturity.absent;
  const [note, setNote] = useState('');
  const mark = useMutation(api.maturity.markAbsent.mutationOptions({ onSuccess: onClose }));
  const input = { id: panel.id, version: panel.version, expertId: expert.id, note };
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.title(expert.person?.title ?? '')}
      verb={words.verb}
      size="sm"
      busy={mark.isPending}
      onConfirm={note.trim() === '' ? undefined : () => mark.mutate(input)}
    >
      <p>{words.explain}</p>
      <Reason label={words.reason} value={note} onChange={setNote} />
      <ErrorProblems error={mark.error} />
    </ConfirmSheet>
  );
}

/** A ground that came out after the sheet was handed in. */
export function ExcludeSheet({ panel, expert, onClose }: Props) {
  const t = useT();
  const words = t.maturity.exclude;
  const [ground, setGround] = useState<RecusalGround>('SAME_UNIT');
  const [note, setNote] = useState('');
  const exclude = useMutation(api.maturity.exclude.mutationOptions({ onSuccess: onClose }));
  const input = { id: panel.id, version: panel.version, expertId: expert.id, ground, note };
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.title(expert.person?.title ?? '')}
      verb={standingResult(panel) !== null ? words.verb : words.verbBefore}
      danger
      size="sm"
      busy={exclude.isPending}
      onConfirm={note.trim() === '' ? undefined : () => exclude.mutate(input)}
    >
      <p>{words.explain}</p>
      <Select
        label={t.maturity.declaration.ground}
        data={RECUSAL_GROUNDS.map((value) => ({ value, label: t.maturity.grounds[value] }))}
        value={ground}
        onChange={(next) => setGround(RECUSAL_GROUNDS.find((each) => each === next) ?? ground)}
      />
      <Reason label={words.reason} value={note} onChange={setNote} />
      <ErrorProblems error={exclude.error} />
    </ConfirmSheet>
  );
}

function Reason({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <Textarea
      label={label}
      value={value}
      maxLength={500}
      autosize
      minRows={2}
      required
      withAsterisk={false}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
