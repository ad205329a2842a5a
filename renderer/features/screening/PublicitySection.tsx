import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { newId } from '#shared/ids.ts';
import type { Case } from '#shared/screening/contract.ts';
import type { Objection } from '#shared/screening/publicity.ts';
import { isEnded } from '#shared/screening/stages.ts';
import { client } from '../../api.ts';
import { CitationField } from '../../components/CitationField/CitationField.tsx';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { DateField } from '../../components/DateField/DateField.tsx';
import { FactList } from '../../components/FactsColumn/FactList.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../components/problems.ts';
import { RowTable } from '../../components/RowTable/RowTable.tsx';
import { StatusTag } from '../../components/StatusTag/StatusTag.tsx';
import { useDraft } from '../../components/useDraft.ts';
import { dayText } from '../../formats.ts';
import { useT } from '../../translations.ts';
import classes from './CasePage.module.css';
import { useCaseDeed } from './useCaseDeed.ts';
import { CaseFact } from './useCaseFact.tsx';

const VERDICTS = ['PENDING', 'UPHELD', 'DISMISSED'] as const;
const TONES = { PENDING: 'wait', UPHELD: 'bad', DISMISSED: 'plain' } as const;
type Row = Case['objections'][number];

/** The 公示: from when, how long, where, and every objection with its answer. */
export function PublicitySection({ it }: { it: Case }) {
  const t = useT();
  const words = t.screening.publicity;
  const [editing, setEditing] = useState<Objection | null>(null);
  const runs = !isEnded(it.stage);
  const blank = (): Objection => ({
    id: newId(),
    receivedOn: dayText(Date.now()),
    objector: '',
    content: '',
    verdict: 'PENDING',
    answer: '',
    answeredOn: null,
    evidence: null,
  });
  return (
    <>
      <FactList
        title={words.title}
        note={it.publicityEnds === null ? words.daysOffHelp : words.ends(it.publicityEnds)}
      >
        <CaseFact it={it} name="publicityFrom" label={words.from} as="date" />
        <CaseFact it={it} name="publicityDays" label={words.days} as="number" />
        <CaseFact it={it} name="publicityPlace" label={words.place} as="text" />
        <CaseFact it={it} name="daysOff" label={words.daysOff} as="dates" />
      </FactList>
      <RowTable<Row>
        title={words.objections}
        add={words.addObjection}
        onAdd={runs ? () => setEditing(blank()) : undefined}
        none={words.noObjections}
        rows={it.objections}
        nameOf={({ objector }) => objector}
        onEdit={runs ? ({ shownEvidence: _, ...row }) => setEditing(row) : undefined}
        columns={[
          {
            key: 'receivedOn',
            label: words.receivedOn,
            width: '110px',
            cell: ({ receivedOn, objector }) => (
              <>
                <span className={classes.date}>{receivedOn}</span>
                <span className={classes.under}>{objector}</span>
              </>
            ),
          },
          {
            key: 'content',
            label: words.content,
            cell: ({ content, answer }) => (
              <>
                {content}
                {answer !== '' && (
                  <span className={classes.under}>{`${words.answer}${t.formats.colon}${answer}`}</span>
                )}
              </>
            ),
          },
          {
            key: 'verdict',
            label: words.verdict,
            width: '90px',
            cell: ({ verdict }) => <StatusTag tone={TONES[verdict]}>{words.verdicts[verdict]}</StatusTag>,
          },
        ]}
      />
      {editing !== null && <ObjectionSheet it={it} initial={editing} onClose={() => setEditing(null)} />}
    </>
  );
}

function ObjectionSheet({ it, initial, onClose }: { it: Case; initial: Objection; onClose: () => void }) {
  const t = useT();
  const words = t.screening.publicity;
  const isNew = !it.objections.some(({ id }) => id === initial.id);
  const { draft, change, drop } = useDraft<Objection>(
    `objection ${it.id} ${isNew ? 'new' : initial.id}`,
    initial,
  );
  const save = useCaseDeed(
    (objection: Objection) => client.screening.putObjection({ id: it.id, version: it.version, objection }),
    () => {
      drop();
      onClose();
    },
  );
  const errorOf = (field: keyof Objection) => fieldError(t, save.error, `objection.${field}`);
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={isNew ? words.addObjection : words.editObjection}
      verb={t.actions.save}
      busy={save.isPending}
      onConfirm={() => save.mutate(draft)}
    >
      <div className={classes.pair}>
        <DateField
          label={words.receivedOn}
          value={draft.receivedOn}
          error={errorOf('receivedOn')}
          onChange={(receivedOn) => change({ receivedOn: receivedOn ?? '' })}
        />
        <TextInput
          label={words.objector}
          value={draft.objector}
          maxLength={120}
          error={errorOf('objector')}
          onChange={(event) => change({ objector: event.currentTarget.value })}
        />
      </div>
      <Textarea
        label={words.content}
        value={draft.content}
        maxLength={2000}
        autosize
        minRows={2}
        maxRows={8}
        error={errorOf('content')}
        onChange={(event) => change({ content: event.currentTarget.value })}
      />
      <Select
        label={words.verdict}
        data={VERDICTS.map((value) => ({ value, label: words.verdicts[value] }))}
        value={draft.verdict}
        onChange={(next) => change({ verdict: VERDICTS.find((each) => each === next) ?? draft.verdict })}
      />
      {draft.verdict !== 'PENDING' && (
        <>
          <Textarea
            label={words.answer}
            value={draft.answer}
            maxLength={2000}
            autosize
            minRows={2}
            maxRows={8}
            error={errorOf('answer')}
            onChange={(event) => change({ answer: event.currentTarget.value })}
          />
          <DateField
            label={words.answeredOn}
            value={draft.answeredOn}
            error={errorOf('answeredOn')}
            onChange={(answeredOn) => change({ answeredOn })}
          />
        </>
      )}
      <CitationField
        label={t.citations.evidence}
        level={it.level}
        value={draft.evidence}
        error={errorOf('evidence')}
        onChange={(evidence) => change({ evidence })}
      />
      <ErrorProblems
        error={save.error}
        atFields={['receivedOn', 'objector', 'content', 'answer', 'answeredOn', 'evidence'].map(
          (field) => `objection.${field}`,
        )}
      />
    </ConfirmSheet>
  );
}
