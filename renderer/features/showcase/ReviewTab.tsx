import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Panel } from '#shared/showcase/contract.ts';
import { type GatePoint, isReview, POINTS_OF, type ReviewState } from '#shared/showcase/gate.ts';
import { client } from '../../api.ts';
import { ShownCitationText } from '../../components/CitationField/CitationText.tsx';
import { DateText } from '../../components/DateText/DateText.tsx';
import { SaveDocument } from '../../components/SaveDocument/SaveDocument.tsx';
import { useT } from '../../translations.ts';
import { DecideSheet } from './DecideSheet.tsx';
import classes from './ReviewTab.module.css';

const STAGES: readonly ReviewState[] = ['UNIT_REVIEW', 'IP_REVIEW', 'SECRECY_REVIEW'];
const ORDER = ['DRAFT', ...STAGES, 'APPROVED', 'PUBLISHED'] as const;

/** The gate: where the panel stands, and the nine points by stage, each with its decision. */
export function ReviewTab({ panel }: { panel: Panel }) {
  const t = useT();
  const [deciding, setDeciding] = useState<GatePoint | null>(null);
  const at = ORDER.findIndex((state) => state === panel.state);
  return (
    <div className={classes.tab}>
      <ol className={classes.rail} aria-label={t.showcase.steps.rail}>
        {ORDER.map((state, index) => (
          <li
            key={state}
            className={classes.stop}
            data-done={index < at || undefined}
            aria-current={index === at ? 'step' : undefined}
          >
            {t.showcase.states[state]}
          </li>
        ))}
      </ol>
      {STAGES.map((stage) => (
        <section key={stage} className={classes.stage} aria-label={t.showcase.gate.stageOf[stage]}>
          <h2 className={classes.title}>{t.showcase.gate.stageOf[stage]}</h2>
          <ul>
            {POINTS_OF[stage].map((point) => (
              <Point
                key={point}
                panel={panel}
                point={point}
                isOpen={isReview(panel.state) && panel.state === stage}
                onDecide={() => setDeciding(point)}
              />
            ))}
          </ul>
        </section>
      ))}
      <div>
        <SaveDocument
          label={t.showcase.gate.form}
          size="xs"
          offer={(format) => client.panels.reviewForm({ id: panel.id, format })}
        />
      </div>
      {deciding !== null && <DecideSheet panel={panel} point={deciding} onClose={() => setDeciding(null)} />}
    </div>
  );
}

function Point({
  panel,
  point,
  isOpen,
  onDecide,
}: {
  panel: Panel;
  point: GatePoint;
  isOpen: boolean;
  onDecide: () => void;
}) {
  const t = useT();
  const words = t.showcase.gate;
  const { status = 'OPEN', why = null } = panel.points.find((each) => each.point === point) ?? {};
  const decision = panel.decisions.findLast((each) => each.point === point);
  return (
    <li className={classes.point} data-status={status}>
      <div className={classes.what}>
        <h3 className={classes.name}>{words.points[point].name}</h3>
        <p className={classes.ask}>{words.points[point].ask}</p>
        {decision !== undefined && (
          <div className={classes.decision}>
            <span>
              {words.findings[decision.finding]} · {decision.reviewer} ·{' '}
              <DateText date={decision.decidedOn} />
            </span>
            <span>{decision.evidence}</span>
            {decision.cited !== null && <ShownCitationText citation={decision.cited} />}
            {decision.consents.map(({ holder, cited, paper }) => (
              <span key={`${holder} ${paper.fileId}`} className={classes.consent}>
                {holder}
                {t.formats.colon}
                <ShownCitationText citation={cited} />
              </span>
            ))}
          </div>
        )}
      </div>
      <div className={classes.side}>
        <span className={classes.status} data-status={status}>
          {words.statuses[status]}
        </span>
        {status === 'VOID' && <p className={classes.why}>{words.statusHelp.VOID}</p>}
        {why !== null && <p className={classes.why}>{words.whyContradicted[why]}</p>}
        {isOpen && (
          <Button
            variant={status === 'GREEN' ? 'subtle' : 'default'}
            size="xs"
            aria-label={`${words.decide}${t.formats.colon}${words.points[point].name}`}
            onClick={onDecide}
          >
            {decision === undefined ? words.decide : words.decideAgain}
          </Button>
        )}
      </div>
    </li>
  );
}
