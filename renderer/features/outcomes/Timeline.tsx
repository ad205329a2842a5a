import { Tooltip } from '@mantine/core';
import { type CalendarDate, daysBetween } from '#shared/dates.ts';
import { TRANSFORMATION_PATHS, type TransformationEvent } from '#shared/outcomes/transformation.ts';
import { useT } from '../../translations.ts';
import classes from './Timeline.module.css';
import { spansOf, timeScale } from './timeScale.ts';

/** The ways that were taken, one lane each over a common scale of years; every event opens. */
export function Timeline({
  events,
  today,
  onOpen,
}: {
  events: readonly TransformationEvent[];
  today: CalendarDate;
  onOpen: (event: TransformationEvent) => void;
}) {
  const t = useT();
  const words = t.outcomes.path;
  const scale = timeScale(
    events.map(({ occurredOn }) => occurredOn),
    today,
  );
  const lanes = TRANSFORMATION_PATHS.flatMap((path) => {
    const own = events.filter((event) => event.path === path);
    return own.length === 0 ? [] : [{ path, own }];
  });
  return (
    <div className={classes.timeline}>
      <div className={classes.scale} aria-hidden="true">
        {scale.years.map(({ year, at }) => (
          <span key={year} className={classes.year} style={{ left: `${at}%` }}>
            {year}
          </span>
        ))}
      </div>
      <div className={classes.lanes}>
        {lanes.map(({ path, own }) => (
          <div key={path} className={classes.lane}>
            <span className={classes.name}>{words.paths[path]}</span>
            <div className={classes.track}>
              <span className={classes.today} style={{ left: `${scale.at(today)}%` }} aria-hidden="true" />
              {spansOf(own, today).map(({ from, to }) => (
                <span
                  key={from}
                  className={classes.span}
                  style={{ left: `${scale.at(from)}%`, width: `${scale.at(to) - scale.at(from)}%` }}
                  aria-hidden="true"
                />
              ))}
              {own.map((event) => (
                <Tooltip
                  key={event.id}
                  label={`${event.occurredOn} ${words.kinds[event.kind]}${t.formats.colon}${event.text}`}
                >
                  <button
                    type="button"
                    className={classes.dot}
                    data-kind={event.kind}
                    data-planned={event.occurredOn > today || undefined}
                    style={{ left: `${scale.at(event.occurredOn)}%` }}
                    aria-label={`${event.occurredOn} ${words.kinds[event.kind]}${t.formats.colon}${event.text}`}
                    onClick={() => onOpen(event)}
                  />
                </Tooltip>
              ))}
            </div>
          </div>
        ))}
      </div>
      <ol className={classes.events}>
        {events.map((event) => (
          <li key={event.id} className={classes.event}>
            <time className={classes.date} dateTime={event.occurredOn}>
              {event.occurredOn}
            </time>
            <span className={classes.kind}>
              {words.kinds[event.kind]}
              {event.occurredOn > today && <span className={classes.planned}>{words.planned}</span>}
            </span>
            <button type="button" className={classes.text} onClick={() => onOpen(event)}>
              {event.text}
            </button>
            <span className={classes.path}>
              {words.paths[event.path]}
              {daysBetween(event.occurredOn, today) === 0 && ` · ${words.today}`}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
