import { hundredthsText } from '#shared/outcomes/maturity.ts';
import { MATURITY_TABLE } from '#shared/outcomes/maturityTable.ts';
import {
  axisPoint,
  labelPlace,
  type Means,
  meansPoints,
  RADAR,
  RINGS,
  ringPoints,
} from '#shared/outcomes/radar.ts';
import { useT, useTranslation } from '../../translations.ts';
import classes from './MaturityRadar.module.css';

/** Room at either side for the names of indicators, which papers set beside the drawing; units of the drawing. */
const SIDE = 26;

/** The ten indicators as parts of their points; an earlier panel as a dashed line behind, one expert's sheet as a line before. */
export function MaturityRadar({
  means,
  earlier = null,
  overlay = null,
}: {
  means: Means;
  earlier?: Means | null;
  overlay?: { name: string; means: Means } | null;
}) {
  const t = useT();
  const { language } = useTranslation();
  const rows = MATURITY_TABLE.map(({ id, name, points }) => ({
    id,
    points,
    name: language === 'zh-CN' ? name.zh : name.en,
    score: hundredthsText(means[id]),
  }));
  const said = rows.map(({ name, score, points }) => t.maturity.radar.label(name, score, points));
  const single = rows.map(({ id, name, points }) =>
    overlay === null ? '' : t.maturity.radar.label(name, hundredthsText(overlay.means[id]), points),
  );
  const over =
    overlay === null
      ? ''
      : `${t.formats.separator}${overlay.name}${t.formats.colon}${single.join(t.formats.list)}`;
  return (
    <svg
      className={classes.radar}
      viewBox={`${-SIDE} 0 ${RADAR.width + 2 * SIDE} ${RADAR.height}`}
      role="img"
      aria-label={`${t.maturity.radar.title}${t.formats.colon}${said.join(t.formats.list)}${over}`}
    >
      {RINGS.map((part) => (
        <polygon key={part} points={ringPoints(part)} className={classes.ring} />
      ))}
      {rows.map(({ id }, index) => {
        const { x, y } = axisPoint(index, 1);
        return (
          <line key={id} x1={RADAR.centre.x} y1={RADAR.centre.y} x2={x} y2={y} className={classes.ring} />
        );
      })}
      {earlier !== null && <polygon points={meansPoints(earlier)} className={classes.earlier} />}
      <polygon points={meansPoints(means)} className={classes.shape} />
      {overlay !== null && <polygon points={meansPoints(overlay.means)} className={classes.overlay} />}
      {rows.map(({ id, name, score, points }, index) => {
        const { x, y, anchor } = labelPlace(index);
        return (
          <text key={id} x={x} y={y} textAnchor={anchor} className={classes.name}>
            {name}
            <tspan x={x} dy={17} className={classes.score}>
              {score} / {points}
              {overlay !== null && (
                <tspan className={classes.single}>{` · ${hundredthsText(overlay.means[id])}`}</tspan>
              )}
            </tspan>
          </text>
        );
      })}
    </svg>
  );
}
