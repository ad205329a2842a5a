import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { CaseRow } from '#shared/screening/contract.ts';
import type { CaseStage } from '#shared/screening/stages.ts';
import { LevelMark } from '../../components/LevelMark/LevelMark.tsx';
import { StatusTag } from '../../components/StatusTag/StatusTag.tsx';
import { counted, dayText } from '../../formats.ts';
import { useT } from '../../translations.ts';
import classes from './ScreeningPage.module.css';
import { stageTone } from './tones.ts';

/** The lanes: a returned case waits with the review it goes back to; what has ended stands in the last. */
const LANES: readonly (readonly CaseStage[])[] = [
  ['DRAFT'],
  ['SUBMITTED'],
  ['SECRETARIAT_REVIEW', 'RETURNED'],
  ['EXPERT_REVIEW'],
  ['COUNCIL'],
  ['PUBLICITY'],
  ['SIGNING'],
  ['ADMITTED', 'REJECTED', 'WITHDRAWN'],
];
/** Cards beyond this many are asked for: a lane of thousands is drawn in parts. */
const AT_ONCE = 50;

/** The cases as a board by stage. */
export function Board({ rows }: { rows: readonly CaseRow[] }) {
  return (
    <div className={classes.board}>
      {LANES.map((stages) => (
        <Lane key={stages[0]} stages={stages} rows={rows.filter(({ stage }) => stages.includes(stage))} />
      ))}
    </div>
  );
}

function Lane({ stages, rows }: { stages: readonly CaseStage[]; rows: readonly CaseRow[] }) {
  const t = useT();
  const words = t.screening;
  const [shown, setShown] = useState(AT_ONCE);
  const first = stages[0] ?? 'DRAFT';
  const name = first === 'ADMITTED' ? words.ended : words.stages[first];
  const today = dayText(Date.now());
  return (
    <section className={classes.lane} aria-label={name} data-empty={rows.length === 0 || undefined}>
      <h2 className={classes.laneHead}>
        <span>{name}</span>
        <span>{counted(rows.length)}</span>
      </h2>
      <div className={classes.cards}>
        {rows.length === 0 && <p className={classes.more}>{words.boardEmpty}</p>}
        {rows.slice(0, shown).map(({ id, title, stage, since, dueOn, level }) => (
          <Link key={id} to="/screening/$caseId" params={{ caseId: id }} className={classes.card}>
            <span className={classes.name}>{title}</span>
            <span className={classes.facts}>
              {stages.length > 1 && stage !== 'SECRETARIAT_REVIEW' && (
                <StatusTag tone={stageTone(stage)}>{words.stages[stage]}</StatusTag>
              )}
              {dueOn !== null && dueOn < today && stage === 'SECRETARIAT_REVIEW' && (
                <StatusTag tone="bad">{words.overdue}</StatusTag>
              )}
              {(dueOn ?? since) !== null && <span>{dueOn === null ? since : words.due(dueOn)}</span>}
              <LevelMark level={level} />
            </span>
          </Link>
        ))}
        {rows.length > shown && (
          <Button size="xs" variant="default" onClick={() => setShown(shown + AT_ONCE)}>
            {t.actions.more}
          </Button>
        )}
      </div>
    </section>
  );
}
