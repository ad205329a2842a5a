import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Sheet } from '#shared/screening/contract.ts';
import { CRITERION_POINTS, type PanelScore, type SheetFields, sheetTotal } from '#shared/screening/panel.ts';
import { api, client } from '../../api.ts';
import { CitationField } from '../../components/CitationField/CitationField.tsx';
import { ConfirmSheet } from '../../components/ConfirmSheet/ConfirmSheet.tsx';
import { DateField } from '../../components/DateField/DateField.tsx';
import { Fact, FactsColumn, Unfilled } from '../../components/FactsColumn/FactsColumn.tsx';
import { ItemLayout } from '../../components/ItemLayout/ItemLayout.tsx';
import { ItemLink } from '../../components/ItemLink.tsx';
import { NumberField } from '../../components/NumberField/NumberField.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { fieldError } from '../../components/problems.ts';
import { RemoveItem } from '../../components/RemoveItem/RemoveItem.tsx';
import { StatusTag } from '../../components/StatusTag/StatusTag.tsx';
import { useDraft } from '../../components/useDraft.ts';
import { dayText } from '../../formats.ts';
import { notifyDone } from '../../notices.ts';
import { queryClient } from '../../queryClient.ts';
import { useT } from '../../translations.ts';
import classes from './CasePage.module.css';

/** One expert's sheet: a score, its basis and its evidence for each criterion; then signed. */
export function SheetPage() {
  const t = useT();
  const words = t.screening;
  const { sheetId = '' } = useParams({ strict: false });
  const found = useQuery(api.screening.sheet.queryOptions({ input: { id: sheetId } }));
  const sheet = found.data;
  if (sheet === undefined) return <ErrorProblems error={found.error} />;
  const { signedOn, expert, total, fields } = sheet;
  return (
    <ItemLayout
      item={sheet}
      list={{ to: '/screening', name: words.title }}
      below={
        fields.recused ? (
          <StatusTag>{words.panel.recused}</StatusTag>
        ) : signedOn === null ? (
          <StatusTag tone="wait">{words.panel.unsigned}</StatusTag>
        ) : (
          <StatusTag tone="good">{words.panel.signed(signedOn)}</StatusTag>
        )
      }
      actions={
        signedOn === null && (
          <RemoveItem
            item={sheet}
            label={words.sheet.remove}
            help={words.sheet.removeHelp}
            remove={(input) => client.screening.removeSheet(input)}
            to={sheet.caseId === null ? '/screening' : `/screening/${sheet.caseId}`}
            needsReason
          />
        )
      }
      facts={
        <FactsColumn label={words.sheet.facts}>
          <Fact name={words.sheet.case}>
            {sheet.caseId === null ? (
              <Unfilled>{t.actions.none}</Unfilled>
            ) : (
              <Link to="/screening/$caseId" params={{ caseId: sheet.caseId }}>
                {sheet.caseTitle}
              </Link>
            )}
          </Fact>
          <Fact name={words.panel.expert}>
            {expert === null ? <Unfilled>{t.actions.none}</Unfilled> : <ItemLink item={expert} />}
          </Fact>
          <Fact name={words.sheet.total}>{total ?? words.sheet.notScored}</Fact>
        </FactsColumn>
      }
    >
      <ScoreForm key={sheet.version} sheet={sheet} />
    </ItemLayout>
  );
}

type Draft = SheetFields;

function ScoreForm({ sheet }: { sheet: Sheet }) {
  const t = useT();
  const words = t.screening.sheet;
  const [asking, setAsking] = useState<'sign' | 'reopen' | null>(null);
  const isSigned = sheet.signedOn !== null;
  const own: Draft = {
    ...sheet.fields,
    scores: sheet.fields.scores.map(({ shownEvidence: _, isStale: __, ...score }) => score),
  };
  const { draft, change, drop } = useDraft<Draft>(`sheet ${sheet.id} ${sheet.version}`, own);
  const save = useMutation({
    mutationFn: (fields: Draft) =>
      client.screening.editSheet({ id: sheet.id, version: sheet.version, fields }),
    onSuccess: (saved) => {
      drop();
      takeSheet(saved);
      notifyDone(t.actions.saved);
    },
  });
  const isChanged = JSON.stringify(draft) !== JSON.stringify(own);
  const errorOf = (field: string) => fieldError(t, save.error, `fields.${field}`);
  function changeScore(index: number, changes: Partial<PanelScore>): void {
    change({ scores: draft.scores.map((score, at) => (at === index ? { ...score, ...changes } : score)) });
  }
  return (
    <div className={classes.stack}>
      <Checkbox
        label={words.recuse}
        checked={draft.recused}
        disabled={isSigned}
        onChange={(event) => change({ recused: event.currentTarget.checked })}
      />
      {draft.recused ? (
        <TextInput
          label={words.recusalReason}
          value={draft.recusalReason}
          maxLength={500}
          readOnly={isSigned}
          error={errorOf('recusalReason')}
          onChange={(event) => change({ recusalReason: event.currentTarget.value })}
        />
      ) : (
        <table className={classes.criteria}>
          <thead>
            <tr>
              <th scope="col">{words.criterion}</th>
              <th scope="col">{words.score}</th>
              <th scope="col">{words.basis}</th>
              <th scope="col">{t.citations.evidence}</th>
            </tr>
          </thead>
          <tbody>
            {draft.scores.map(({ criterion, score, basis, evidence }, index) => (
              <tr key={criterion}>
                <td>
                  {words.criteria[criterion]}
                  <span className={classes.under}>{t.members.reviews.of(CRITERION_POINTS[criterion])}</span>
                  {sheet.fields.scores[index]?.isStale === true && (
                    <StatusTag tone="bad">{t.screening.panel.stale}</StatusTag>
                  )}
                </td>
                <td>
                  {isSigned ? (
                    score
                  ) : (
                    <NumberField
                      bare
                      width={72}
                      label={`${words.criteria[criterion]} ${words.score}`}
                      value={score}
                      error={errorOf(`scores.${index}.score`)}
                      onChange={(next) => changeScore(index, { score: next })}
                    />
                  )}
                </td>
                <td>
                  {isSigned ? (
                    basis
                  ) : (
                    <TextInput
                      aria-label={`${words.criteria[criterion]} ${words.basis}`}
                      value={basis}
                      maxLength={500}
                      onChange={(event) => changeScore(index, { basis: event.currentTarget.value })}
                    />
                  )}
                </td>
                <td>
                  <CitationField
                    bare
                    readOnly={isSigned}
                    label={`${words.criteria[criterion]} ${t.citations.evidence}`}
                    level={sheet.level}
                    value={evidence}
                    error={errorOf(`scores.${index}.evidence`)}
                    onChange={(next) => changeScore(index, { evidence: next })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>{`${words.total}${t.formats.colon}${draft.recused ? t.screening.panel.recused : (sheetTotal(draft.scores) ?? words.notScored)}`}</p>
      <Textarea
        label={words.opinion}
        value={draft.opinion}
        maxLength={2000}
        autosize
        minRows={2}
        maxRows={8}
        readOnly={isSigned}
        onChange={(event) => change({ opinion: event.currentTarget.value })}
      />
      <ErrorProblems error={save.error} atFields={['fields.recusalReason']} />
      <div className={classes.row}>
        {!isSigned && (
          <>
            <Button disabled={!isChanged} loading={save.isPending} onClick={() => save.mutate(draft)}>
              {words.save}
            </Button>
            {!draft.recused && (
              <Button variant="default" disabled={isChanged} onClick={() => setAsking('sign')}>
                {words.sign}
              </Button>
            )}
          </>
        )}
        {isSigned && (
          <Button variant="default" onClick={() => setAsking('reopen')}>
            {words.reopen}
          </Button>
        )}
      </div>
      {asking === 'sign' && <SignSheet sheet={sheet} onClose={() => setAsking(null)} />}
      {asking === 'reopen' && <ReopenSheet sheet={sheet} onClose={() => setAsking(null)} />}
    </div>
  );
}

function SignSheet({ sheet, onClose }: { sheet: Sheet; onClose: () => void }) {
  const t = useT();
  const words = t.screening.sheet;
  const [signedOn, setSignedOn] = useState(dayText(Date.now()));
  const sign = useMutation({
    mutationFn: () => client.screening.signSheet({ id: sheet.id, version: sheet.version, signedOn }),
    onSuccess: takeSheet,
  });
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.title}
      verb={words.signVerb}
      busy={sign.isPending}
      onConfirm={() => sign.mutate()}
    >
      <p>{words.signHelp}</p>
      <DateField
        label={words.signedOn}
        value={signedOn}
        error={fieldError(t, sign.error, 'signedOn')}
        onChange={(next) => setSignedOn(next ?? '')}
      />
      <ErrorProblems error={sign.error} atFields={['signedOn']} />
    </ConfirmSheet>
  );
}

function ReopenSheet({ sheet, onClose }: { sheet: Sheet; onClose: () => void }) {
  const t = useT();
  const words = t.screening.sheet;
  const [reason, setReason] = useState('');
  const reopen = useMutation({
    mutationFn: () => client.screening.reopenSheet({ id: sheet.id, version: sheet.version, reason }),
    onSuccess: takeSheet,
  });
  return (
    <ConfirmSheet
      opened
      onClose={onClose}
      title={words.title}
      verb={words.reopenVerb}
      busy={reopen.isPending}
      onConfirm={reason.trim() === '' ? undefined : () => reopen.mutate()}
    >
      <TextInput
        label={words.reopenReason}
        value={reason}
        maxLength={500}
        data-autofocus
        error={fieldError(t, reopen.error, 'reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ErrorProblems error={reopen.error} atFields={['reason']} />
    </ConfirmSheet>
  );
}

function takeSheet(sheet: Sheet): void {
  queryClient.setQueryData(api.screening.sheet.queryKey({ input: { id: sheet.id } }), sheet);
}
