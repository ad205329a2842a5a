import { Button } from '@mantine/core';
import { IconUsersPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { OutcomeDetail } from '#shared/outcomes/contract.ts';
import { standingResult } from '#shared/outcomes/panel.ts';
import { api } from '../../../api.ts';
import { DateText } from '../../../components/DateText/DateText.tsx';
import { MaturityRadar } from '../../../components/MaturityRadar/MaturityRadar.tsx';
import { usePresenting } from '../../../session.ts';
import { useT } from '../../../translations.ts';
import { Section } from '../Section.tsx';
import { ConvenePanelSheet } from './ConvenePanelSheet.tsx';
import classes from './MaturitySection.module.css';
import { MaturityText } from './MaturityText.tsx';
import { SheetLink } from './SheetLink.tsx';

/** The newest verdict on an outcome as a radar, every expert's sheet a click away, and the panels before it. */
export function MaturitySection({ outcome }: { outcome: OutcomeDetail }) {
  const t = useT();
  const words = t.maturity;
  const isPresenting = usePresenting();
  const [isConvening, setIsConvening] = useState(false);
  const { panels } = outcome;
  const concluded = panels.filter((panel) => standingResult(panel) !== null);
  const [newest, before] = concluded;
  const result = newest && standingResult(newest);
  const earlier = before && standingResult(before);
  // Panels are seldom public: to visitors "not judged yet" would be said of what is judged.
  if (isPresenting && panels.length === 0) return null;
  return (
    <Section
      title={words.title}
      none={panels.length === 0 ? words.none : undefined}
      action={
        <Button
          variant={panels.length === 0 ? 'filled' : 'default'}
          size="xs"
          leftSection={<IconUsersPlus size={14} stroke={1.5} />}
          onClick={() => setIsConvening(true)}
        >
          {words.convene}
        </Button>
      }
    >
      {newest && result && (
        <div className={classes.columns}>
          <div className={classes.picture}>
            <MaturityRadar means={result.means} earlier={earlier?.means ?? null} />
            {before && earlier && (
              <p className={classes.legend}>
                <span className={classes.dashed} aria-hidden="true" />
                {words.radar.before(before.convenedOn)}
              </p>
            )}
          </div>
          <div>
            <p className={classes.verdict}>
              <MaturityText total={result.total} verdict={result.verdict} />
            </p>
            <p className={classes.how}>{words.result.how(result.sheets, result.counted)}</p>
            <SheetsOfPanel panelId={newest.id} />
          </div>
        </div>
      )}
      {panels.length > 0 && (
        <ul className={classes.panels} aria-label={words.history}>
          {panels.map((panel) => {
            const { id, title, convenedOn } = panel;
            const last = standingResult(panel);
            return (
              <li key={id} className={classes.panel}>
                <Link to="/maturity/$panelId" params={{ panelId: id }} title={title}>
                  <DateText date={convenedOn} />
                </Link>
                {last === null ? (
                  <span className={classes.open}>
                    {panel.voidedOn === null ? words.result.none : words.result.void}
                  </span>
                ) : (
                  <MaturityText total={last.total} verdict={last.verdict} />
                )}
              </li>
            );
          })}
        </ul>
      )}
      {isConvening && <ConvenePanelSheet outcome={outcome} onClose={() => setIsConvening(false)} />}
    </Section>
  );
}

function SheetsOfPanel({ panelId }: { panelId: string }) {
  const t = useT();
  const panel = useQuery(api.maturity.get.queryOptions({ input: { id: panelId } }));
  return (
    <ul className={classes.sheets} aria-label={t.maturity.sheet.title}>
      {panel.data?.experts.map((expert) => (
        <li key={expert.id} className={classes.sheet}>
          <span className={classes.expert}>{expert.person?.title ?? '—'}</span>
          {expert.state === 'CLEAR' ? (
            <SheetLink expert={expert} />
          ) : (
            <span className={classes.open}>{t.maturity.states[expert.state]}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
