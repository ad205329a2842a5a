import { Radio, Select, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Panel } from '#shared/outcomes/maturityContract.ts';
import { RECUSAL_GROUNDS, type RecusalGround } from '#shared/outcomes/panel.ts';
import { api } from '../../../api.ts';
import { ConfirmSheet } from '../../../components/ConfirmSheet/ConfirmSheet.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { notifyDone } from '../../../notices.ts';
import { useT } from '../../../translations.ts';
import form from '../Form.module.css';
import rows from '../Rows.module.css';

/** What an expert declares before scoring; a ground that holds takes the expert off the panel. */
export function DeclarationSheet({
  panel,
  expert,
  onClose,
}: {
  panel: Panel;
  expert: Panel['experts'][number];
  onClose: () => void;
}) {
  const t = useT();
  const words = t.maturity.declaration;
  const [found] = expert.found;
  const [isHit, setIsHit] = useState(found !== undefined);
  const [ground, setGround] = useState<RecusalGround>(found ?? 'SAME_UNIT');
  const [note, setNote] = useState('');
  const declare = useMutation(
    api.maturity.declare.mutationOptions({
      onSuccess: () => {
        notifyDone(words.done);
        onClose();
      },
    }),
  );
  const declaration = {
    id: panel.id,
    version: panel.version,
    expertId: expert.id,
    ground: isHit ? ground : null,
    note,
  };
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.title(expert.person?.title ?? '')}
      verb={words.verb}
      busy={declare.isPending}
      onConfirm={() => declare.mutate(declaration)}
    >
      <p className={form.help}>{words.text}</p>
      {expert.found.map((each) => (
        <p key={each} className={rows.warning}>
          {words.found(t.maturity.grounds[each])}
        </p>
      ))}
      <Radio.Group
        aria-label={words.title(expert.person?.title ?? '')}
        value={isHit ? 'HIT' : 'CLEAR'}
        onChange={(next) => setIsHit(next === 'HIT')}
      >
        <div className={rows.stacked}>
          <Radio value="CLEAR" label={words.clear} />
        </div>
        <div className={rows.stacked}>
          <Radio value="HIT" label={words.hit} />
        </div>
      </Radio.Group>
      {isHit && (
        <Select
          label={words.ground}
          data={RECUSAL_GROUNDS.map((value) => ({ value, label: t.maturity.grounds[value] }))}
          value={ground}
          onChange={(next) => setGround(RECUSAL_GROUNDS.find((each) => each === next) ?? ground)}
        />
      )}
      <Textarea
        label={words.note}
        value={note}
        maxLength={500}
        autosize
        minRows={1}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <ErrorProblems error={declare.error} />
    </ConfirmSheet>
  );
}
