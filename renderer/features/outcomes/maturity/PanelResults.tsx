import type { Panel } from '#shared/outcomes/maturityContract.ts';
import { PANEL_SIZE, standingResult } from '#shared/outcomes/panel.ts';
import { useT } from '../../../translations.ts';
import rows from '../Rows.module.css';
import { Section } from '../Section.tsx';
import { ExpertOverlay } from './ExpertOverlay.tsx';
import classes from './MaturitySection.module.css';
import { MaturityText } from './MaturityText.tsx';

/** What came out; an earlier result stays beside the one that took its place. */
export function PanelResults({ panel }: { panel: Panel }) {
  const t = useT();
  const words = t.maturity.result;
  const result = panel.results.at(-1);
  if (result === undefined) return null;
  const before = panel.results.at(-2);
  const standing = standingResult(panel);
  const earlier = panel.results.filter((each) => each !== standing).toReversed();
  return (
    <Section title={words.title}>
      {panel.voidedOn !== null && <p className={rows.warning}>{words.voided(panel.voidedOn)}</p>}
      <div className={classes.columns}>
        <div className={classes.picture}>
          <ExpertOverlay experts={panel.experts} means={result.means} earlier={before?.means ?? null} />
          {before !== undefined && (
            <p className={classes.legend}>
              <span className={classes.dashed} aria-hidden="true" />
              {words.earlier} <span className={classes.day}>{before.computedOn}</span>
            </p>
          )}
        </div>
        <div>
          {standing !== null && (
            <>
              <p className={classes.verdict}>
                <MaturityText total={standing.total} verdict={standing.verdict} />
              </p>
              <p className={classes.how}>
                {words.how(standing.sheets, standing.counted)}
                {standing.sheets < PANEL_SIZE && `${t.formats.separator}${words.underFive}`}
                {`${t.formats.separator}${words.causes[standing.cause]} `}
                <span className={classes.day}>{standing.computedOn}</span>
              </p>
            </>
          )}
          {earlier.map((each) => (
            <p key={each.id} className={classes.how}>
              {words.earlier}
              {t.formats.colon}
              <MaturityText total={each.total} verdict={each.verdict} /> {`${words.causes[each.cause]} `}
              <span className={classes.day}>{each.computedOn}</span>
            </p>
          ))}
          <p className={classes.how} title={result.basis}>
            {words.basis} {result.basis.slice(0, 16)}…
          </p>
        </div>
      </div>
    </Section>
  );
}
