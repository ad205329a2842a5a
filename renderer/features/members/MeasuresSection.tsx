import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { ShownMeasure, UnitDetail } from '#shared/members/contract.ts';
import { EXIT_ITEMS, isExit, type MeasureStepKind } from '#shared/members/measure.ts';
import { client } from '../../api.ts';
import { ShownCitationText } from '../../components/CitationField/CitationText.tsx';
import { Deeds } from '../../components/Deeds.tsx';
import { ItemLink } from '../../components/ItemLink.tsx';
import { ProblemList } from '../../components/ProblemList/ProblemList.tsx';
import { useProblems } from '../../components/problems.ts';
import { SaveDocument } from '../../components/SaveDocument/SaveDocument.tsx';
import { StatusTag } from '../../components/StatusTag/StatusTag.tsx';
import { VoteText } from '../../components/VoteFields/VoteFields.tsx';
import { useT } from '../../translations.ts';
import { CloseMeasureSheet, OpenMeasureSheet } from './MeasureSheets.tsx';
import { MeasureStepSheet } from './MeasureStepSheet.tsx';
import classes from './UnitPage.module.css';
import { takeUnit } from './useUnitDeed.ts';

type Asking =
  | { what: 'open' }
  | { what: 'step'; measure: ShownMeasure; step: MeasureStepKind }
  | { what: 'close'; measure: ShownMeasure; outcome: 'DONE' | 'CANCELLED' };

/** 限期整改, 暂停, and the ways out: each procedure with its steps, and the checklist that ends what must end. */
export function MeasuresSection({ unit }: { unit: UnitDetail }) {
  const t = useT();
  const words = t.members.measures;
  const [asking, setAsking] = useState<Asking | null>(null);
  const isMember = unit.membership !== null && unit.membership.until === null;
  if (!isMember && unit.measures.length === 0) return null;
  const close = () => setAsking(null);
  const exits = unit.measures.some(({ kind, closedOn }) => isExit(kind) && closedOn === null);
  return (
    <section aria-labelledby="unit-measures">
      <div className={classes.measureHead} data-spread>
        <h2 id="unit-measures" className={classes.measureName}>
          {words.title}
        </h2>
        {isMember && (
          <Deeds>
            <Button size="xs" variant="default" onClick={() => setAsking({ what: 'open' })}>
              {words.open}
            </Button>
          </Deeds>
        )}
      </div>
      {unit.measures.length === 0 && <p className={classes.none}>{words.none}</p>}
      <div className={classes.measures}>
        {unit.measures.map((measure) => (
          <MeasureCard key={measure.id} unit={unit} measure={measure} ask={setAsking} />
        ))}
        {(exits || unit.exitDone.length > 0) && <ExitChecklist unit={unit} isOpen={exits} />}
      </div>
      {asking?.what === 'open' && <OpenMeasureSheet unit={unit} onClose={close} />}
      {asking?.what === 'step' && (
        <MeasureStepSheet unit={unit} measure={asking.measure} step={asking.step} onClose={close} />
      )}
      {asking?.what === 'close' && (
        <CloseMeasureSheet unit={unit} measure={asking.measure} outcome={asking.outcome} onClose={close} />
      )}
    </section>
  );
}

function MeasureCard({
  unit,
  measure,
  ask,
}: {
  unit: UnitDetail;
  measure: ShownMeasure;
  ask: (asking: Asking) => void;
}) {
  const t = useT();
  const words = t.members.measures;
  const { kind, openedOn, dueOn, closedOn, outcome, reason, steps, next, problems } = measure;
  const runs = closedOn === null;
  return (
    <article className={classes.measure} aria-label={words.kinds[kind]}>
      <div className={classes.measureHead}>
        <h3 className={classes.measureName}>{words.kinds[kind]}</h3>
        <StatusTag tone={runs ? 'live' : 'plain'}>{words.outcomes[outcome]}</StatusTag>
        <span className={classes.under}>
          {[openedOn, dueOn === null ? '' : `${words.dueOn} ${dueOn}`, closedOn ?? '']
            .filter(Boolean)
            .join(t.formats.separator)}
        </span>
      </div>
      <p className={classes.reason}>{reason}</p>
      <ol className={classes.steps}>
        {steps.map((step) => (
          <li key={step.id}>
            <span className={classes.date}>{step.doneOn}</span>
            <strong>{words.steps[step.step]}</strong>
            <span className={classes.stack}>
              <span>
                {step.defence !== null && `${words.defences[step.defence]}${t.formats.separator}`}
                {step.text}
              </span>
              {step.vote !== null && <VoteText vote={step.vote} />}
              {step.shownEvidence !== null && <ShownCitationText citation={step.shownEvidence} />}
            </span>
          </li>
        ))}
      </ol>
      {runs && problems.length > 0 && next === null && (
        <ProblemList title={words.stands} problems={problems} />
      )}
      <div className={classes.row}>
        {runs && next !== null && (
          <Button size="xs" onClick={() => ask({ what: 'step', measure, step: next })}>
            {words.take(words.steps[next])}
          </Button>
        )}
        {runs && next === null && (
          <Button
            size="xs"
            disabled={problems.length > 0}
            onClick={() => ask({ what: 'close', measure, outcome: 'DONE' })}
          >
            {words.close}
          </Button>
        )}
        {runs && (
          <Button
            size="xs"
            variant="default"
            onClick={() => ask({ what: 'close', measure, outcome: 'CANCELLED' })}
          >
            {words.cancel}
          </Button>
        )}
        <SaveDocument
          size="xs"
          label={words.document}
          offer={(format) => client.members.measureDocument({ id: unit.id, measureId: measure.id, format })}
        />
      </div>
    </article>
  );
}

/** What the register still shows under a point of the checklist. */
function Stands({ of }: { of: UnitDetail['exitStands'] }) {
  const t = useT();
  if (of.length === 0) return null;
  return (
    <ul className={classes.stands}>
      {of.map(({ item, text, endsWithExit }) => (
        <li key={`${item.id} ${text}`}>
          <ItemLink item={item} />
          {[text, endsWithExit ? t.members.measures.endsWithExit : '']
            .filter((part) => part !== '')
            .map((part) => `${t.formats.separator}${part}`)}
        </li>
      ))}
    </ul>
  );
}

function ExitChecklist({ unit, isOpen }: { unit: UnitDetail; isOpen: boolean }) {
  const t = useT();
  const words = t.members.measures;
  const report = useProblems();
  return (
    <fieldset className={classes.measure}>
      <legend className={classes.measureName}>{words.exitTitle}</legend>
      <p className={classes.under}>{words.exitLead}</p>
      <div className={classes.checks}>
        {EXIT_ITEMS.map((item) => (
          <div key={item}>
            <Checkbox
              label={words.exitItems[item]}
              checked={unit.exitDone.includes(item)}
              disabled={!isOpen}
              onChange={(event) =>
                void client.members
                  .tickExit({ id: unit.id, version: unit.version, item, done: event.currentTarget.checked })
                  .then(takeUnit)
                  .catch(report)
              }
            />
            <Stands of={unit.exitStands.filter(({ point }) => point === item)} />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
