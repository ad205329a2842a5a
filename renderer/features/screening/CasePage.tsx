import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Case } from '#shared/screening/contract.ts';
import { isEnded } from '#shared/screening/stages.ts';
import { api, client } from '../../api.ts';
import { ShownCitationText } from '../../components/CitationField/CitationText.tsx';
import { Fact, FactsColumn, Unfilled } from '../../components/FactsColumn/FactsColumn.tsx';
import { InlineEdit } from '../../components/InlineEdit/InlineEdit.tsx';
import { ItemLayout } from '../../components/ItemLayout/ItemLayout.tsx';
import { ItemLink } from '../../components/ItemLink.tsx';
import { ErrorProblems, ProblemList } from '../../components/ProblemList/ProblemList.tsx';
import { errorSentences } from '../../components/problems.ts';
import { SaveDocument } from '../../components/SaveDocument/SaveDocument.tsx';
import { StatusTag } from '../../components/StatusTag/StatusTag.tsx';
import { VoteText } from '../../components/VoteFields/VoteFields.tsx';
import { dayText } from '../../formats.ts';
import { useT } from '../../translations.ts';
import classes from './CasePage.module.css';
import { ChecklistSection } from './ChecklistSection.tsx';
import { DecisionSheet } from './DecisionSheet.tsx';
import { PanelSection } from './PanelSection.tsx';
import { ProcessRail } from './ProcessRail.tsx';
import { PublicitySection } from './PublicitySection.tsx';
import { SigningSection } from './SigningSection.tsx';
import { stageTone } from './tones.ts';
import { takeCase } from './useCaseDeed.ts';

/** One case: where it stands, what its stage still asks for, and every decision so far. */
export function CasePage() {
  const t = useT();
  const words = t.screening;
  const { caseId = '' } = useParams({ strict: false });
  const found = useQuery(api.screening.get.queryOptions({ input: { id: caseId } }));
  const [isDeciding, setIsDeciding] = useState(false);
  const it = found.data;
  if (it === undefined) return <ErrorProblems error={found.error} />;
  const runs = !isEnded(it.stage);
  return (
    <ItemLayout
      item={it}
      list={{ to: '/screening', name: words.title }}
      below={
        <>
          <StatusTag tone={stageTone(it.stage)}>{words.stages[it.stage]}</StatusTag>
          {it.isBackfilled && (
            <StatusTag tone="wait">{words.backfilledHelp(dayText(it.createdAt))}</StatusTag>
          )}
        </>
      }
      actions={
        <>
          {it.steps.length > 0 && (
            <SaveDocument
              label={words.document}
              offer={(format) => client.screening.document({ id: it.id, format })}
            />
          )}
          {runs && <Button onClick={() => setIsDeciding(true)}>{words.decide}</Button>}
        </>
      }
      facts={<CaseFacts it={it} />}
    >
      <ProcessRail it={it} />
      {runs &&
        (it.problems.length > 0 ? (
          <ProblemList title={words.missing} problems={it.problems} />
        ) : (
          it.stage !== 'RETURNED' && <p className={classes.ready}>{words.ready}</p>
        ))}
      <StageSections it={it} />
      <Decisions it={it} />
      {isDeciding && <DecisionSheet it={it} onClose={() => setIsDeciding(false)} />}
    </ItemLayout>
  );
}

/** What has been reached stays to be read; what lies ahead does not clutter the page. */
function StageSections({ it }: { it: Case }) {
  const reached = (stage: Case['railStage']) =>
    it.railStage === stage || it.steps.some((step) => step.stage === stage);
  return (
    <>
      {reached('SIGNING') && it.preset === 'FULL' && <SigningSection it={it} />}
      {reached('PUBLICITY') && it.preset === 'FULL' && <PublicitySection it={it} />}
      {reached('EXPERT_REVIEW') && it.preset === 'FULL' && <PanelSection it={it} />}
      {reached('SECRETARIAT_REVIEW') && !it.isBackfilled && <ChecklistSection it={it} />}
    </>
  );
}

function CaseFacts({ it }: { it: Case }) {
  const t = useT();
  const words = t.screening;
  const { fields, unit } = it;
  const runs = !isEnded(it.stage);
  function textFact(name: 'intended' | 'note' | 'creditWaiver', label: string, max: number) {
    if (!runs) return fields[name] === '' ? null : <Fact name={label}>{fields[name]}</Fact>;
    return (
      <Fact name={label}>
        <InlineEdit
          label={label}
          value={fields[name]}
          multiline
          maxLength={max}
          onSave={async (value) =>
            takeCase(
              await client.screening.edit({ id: it.id, version: it.version, fields: { [name]: value } }),
            )
          }
          errorText={(error) => errorSentences(t, error).join(' ')}
        />
      </Fact>
    );
  }
  return (
    <FactsColumn label={words.facts}>
      <Fact name={words.unit}>
        {unit === null ? <Unfilled>{t.actions.none}</Unfilled> : <ItemLink item={unit} />}
      </Fact>
      <Fact name={words.preset}>{words.presets[fields.preset]}</Fact>
      <Fact name={words.charter}>{fields.charter}</Fact>
      <Fact name={words.category}>{t.members.categories[fields.category]}</Fact>
      {textFact('intended', words.intended, 300)}
      {it.credit.effect === 'BARS' && textFact('creditWaiver', words.credit.waiver, 500)}
      {textFact('note', words.note, 2000)}
    </FactsColumn>
  );
}

function Decisions({ it }: { it: Case }) {
  const t = useT();
  const words = t.screening;
  return (
    <section aria-labelledby="case-decisions">
      <h2 id="case-decisions" className={classes.title}>
        {words.history}
      </h2>
      {it.steps.length === 0 && <p className={classes.note}>{words.noHistory}</p>}
      <ol className={classes.decisions}>
        {it.steps.toReversed().map((step) => {
          const entered = dayText(step.enteredAt);
          return (
            <li key={step.id} className={classes.decision}>
              <span className={classes.date}>
                {step.decidedOn}
                {entered !== step.decidedOn && (
                  <span className={classes.under}>{words.enteredAt(entered)}</span>
                )}
              </span>
              <span>
                {words.stages[step.stage]}
                <span className={classes.under}>{step.actor}</span>
              </span>
              <span>
                <StatusTag tone={step.outcome === 'PASSED' ? 'good' : 'wait'}>
                  {words.outcomes[step.outcome]}
                </StatusTag>
              </span>
              <span className={classes.stack}>
                {step.opinion !== '' && <span>{step.opinion}</span>}
                {step.vote !== null && <VoteText vote={step.vote} />}
                {step.stage === 'EXPERT_REVIEW' && step.outcome === 'PASSED' && it.concluded !== null && (
                  <span>{words.panel.concluded(it.concluded.count, it.concluded.mean.toFixed(2))}</span>
                )}
                {step.shownEvidence !== null && <ShownCitationText citation={step.shownEvidence} />}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
