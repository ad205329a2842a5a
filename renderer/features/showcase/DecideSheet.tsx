import { Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { localDateOf } from '#shared/dates.ts';
import type { Panel } from '#shared/showcase/contract.ts';
import {
  type DecisionInput,
  FINDINGS_OF,
  type GatePoint,
  needsConsents,
  needsPaper,
} from '#shared/showcase/gate.ts';
import { api } from '../../api.ts';
import { CitationField } from '../../components/CitationField/CitationField.tsx';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { DateField } from '../../components/DateField/DateField.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../components/problems.ts';
import { draftOf, dropDraft, keepDraft } from '../../drafts.ts';
import { notifyDone } from '../../notices.ts';
import { useT } from '../../translations.ts';
import { type ConsentDraft, ConsentRows, wholeConsents } from './ConsentRows.tsx';
import classes from './Sheet.module.css';
import { takePanel } from './usePanelEdit.ts';

type Draft = Omit<DecisionInput, 'finding' | 'consents'> & {
  finding: DecisionInput['finding'] | null;
  consents: ConsentDraft[];
};

/** One point of the gate: what was found, by whom, when, and on what it stands. */
export function DecideSheet({
  panel,
  point,
  onClose,
}: {
  panel: Panel;
  point: GatePoint;
  onClose: () => void;
}) {
  const t = useT();
  const words = t.showcase.gate;
  const { name, ask } = words.points[point];
  const form = `panel.decide.${panel.id}.${point}`;
  const [draft, setDraft] = useState<Draft>(
    () =>
      draftOf<Draft>(form) ?? {
        point,
        finding: null,
        reviewer: '',
        decidedOn: localDateOf(new Date()),
        evidence: '',
        paper: null,
        consents: (point === 'TRADE_SECRET' && panel.owners.length > 0 ? panel.owners : ['']).map(
          (holder) => ({
            holder,
            paper: null,
          }),
        ),
      },
  );
  const save = useMutation(
    api.panels.decide.mutationOptions({
      onSuccess: (saved) => {
        dropDraft(form);
        takePanel(saved);
        notifyDone(words.decided(name));
        onClose();
      },
    }),
  );
  function change(changes: Partial<Draft>): void {
    const next = { ...draft, ...changes };
    keepDraft(form, next);
    setDraft(next);
  }
  const { finding, paper } = draft;
  const wantsPaper = finding !== null && needsPaper(point, finding);
  const consenting =
    (point === 'TRADE_SECRET' || point === 'PERSONAL_INFO') &&
    finding !== null &&
    needsConsents(point, finding)
      ? point
      : null;
  const consents = consenting === null ? [] : wholeConsents(draft.consents);
  const isFilled = draft.reviewer.trim() !== '' && draft.evidence.trim() !== '' && consents !== null;
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={name}
      verb={words.decideVerb}
      busy={save.isPending}
      onConfirm={
        isFilled && finding !== null
          ? () => save.mutate({ ...draft, finding, consents, id: panel.id, version: panel.version })
          : undefined
      }
    >
      <p>{ask}</p>
      <Radio.Group
        label={words.finding}
        value={finding}
        error={fieldError(t, save.error, 'finding')}
        onChange={(next) => change({ finding: FINDINGS_OF[point].find((each) => each === next) ?? null })}
      >
        <Stack gap={8} mt={4}>
          {FINDINGS_OF[point].map((each) => (
            <Radio key={each} value={each} label={words.findings[each]} />
          ))}
        </Stack>
      </Radio.Group>
      <div className={classes.pair}>
        <TextInput
          label={words.reviewer}
          value={draft.reviewer}
          maxLength={60}
          error={fieldError(t, save.error, 'reviewer')}
          onChange={(event) => change({ reviewer: event.currentTarget.value })}
        />
        <DateField
          label={words.decidedOn}
          value={draft.decidedOn}
          error={fieldError(t, save.error, 'decidedOn')}
          onChange={(decidedOn) => change({ decidedOn: decidedOn ?? '' })}
        />
      </div>
      <Textarea
        label={words.evidence}
        description={words.evidenceHelp}
        value={draft.evidence}
        maxLength={500}
        autosize
        minRows={2}
        error={fieldError(t, save.error, 'evidence')}
        onChange={(event) => change({ evidence: event.currentTarget.value })}
      />
      {consenting !== null && (
        <ConsentRows
          point={consenting}
          level={panel.level}
          consents={draft.consents}
          error={fieldError(t, save.error, 'consents')}
          onChange={(next) => change({ consents: next })}
        />
      )}
      <CitationField
        label={words.paper}
        value={paper}
        level={panel.level}
        onChange={(next) => change({ paper: next })}
        error={fieldError(t, save.error, 'paper')}
      />
      {wantsPaper && paper === null && <p className={classes.help}>{words.paperNeeded}</p>}
      <ErrorProblems
        error={save.error}
        atFields={['finding', 'reviewer', 'decidedOn', 'evidence', 'paper', 'consents']}
      />
    </ConfirmSheet>
  );
}
