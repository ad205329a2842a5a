import type { Words } from '../../drawing/words.ts';
import type { Dice } from '../random.ts';
import type { Box, Sheet } from './canvas.ts';

export const PALETTE = ['#2f5d8a', '#c8763c', '#5b8c6a', '#8a5a83', '#b2a04a'] as const;
const AXIS = '#55504a';
const GRID = '#d9d5cc';

export type Series = { name: string; values: readonly number[] };

export function putBars(
  sheet: Sheet,
  box: Box,
  labels: readonly string[],
  series: readonly Series[],
  unit: string,
): void {
  const top = niceTop(Math.max(...series.flatMap(({ values }) => values)));
  putFrame(sheet, box, top, unit);
  const slot = box.width / labels.length;
  const width = (slot * 0.68) / series.length;
  series.forEach(({ values }, index) => {
    values.forEach((value, at) => {
      const height = (value / top) * box.height;
      const x = box.x + at * slot + slot * 0.16 + index * width;
      sheet.shapes.push(
        `<rect x="${round(x)}" y="${round(box.y + box.height - height)}" width="${round(width - 2)}" height="${round(height)}" fill="${colorOf(index)}"/>`,
      );
    });
  });
  putLabels(sheet, box, labels, slot);
  putLegend(sheet, box, series);
}

export function putLines(
  sheet: Sheet,
  box: Box,
  labels: readonly string[],
  series: readonly Series[],
  unit: string,
): void {
  const top = niceTop(Math.max(...series.flatMap(({ values }) => values)));
  putFrame(sheet, box, top, unit);
  const step = box.width / Math.max(1, (series[0]?.values.length ?? 2) - 1);
  series.forEach(({ values }, index) => {
    const points = values.map(
      (value, at) => [box.x + at * step, box.y + box.height * (1 - value / top)] as const,
    );
    const color = colorOf(index);
    sheet.shapes.push(
      `<polyline points="${points.map(([x, y]) => `${round(x)},${round(y)}`).join(' ')}" fill="none" stroke="${color}" stroke-width="3" stroke-linejoin="round"/>`,
      ...points.map(
        ([x, y]) =>
          `<circle cx="${round(x)}" cy="${round(y)}" r="4.5" fill="#fff" stroke="${color}" stroke-width="2.4"/>`,
      ),
    );
  });
  putLabels(sheet, box, labels, box.width / Math.max(1, labels.length - 1), 0);
  putLegend(sheet, box, series);
}

/** Kaplan–Meier curves: steps that only go down, ticks for those no longer followed, a band around each. */
export function putSurvival(sheet: Sheet, box: Box, names: readonly string[], dice: Dice): void {
  putFrame(sheet, box, 1, '累积生存率');
  names.forEach((_, index) => {
    const curve = survivalSteps(dice, 0.46 + index * 0.24 - names.length * 0.08);
    const at = (time: number, share: number) =>
      `${round(box.x + time * box.width)} ${round(box.y + (1 - share) * box.height)}`;
    const steps = (spread: number) => {
      let path = `M${at(0, 1)}`;
      let before = 1;
      for (const { time, share } of curve) {
        path += `L${at(time, before)}L${at(time, clampShare(share + spread * time))}`;
        before = clampShare(share + spread * time);
      }
      return { path, before };
    };
    const color = colorOf(index);
    const [upper, lower] = [steps(0.09), steps(-0.1)];
    sheet.shapes.push(
      `<path d="${upper.path}L${at(1, upper.before)}L${at(1, lower.before)}${lower.path
        .slice(1)
        .split('L')
        .reverse()
        .map((point) => `L${point}`)
        .join('')}Z" fill="${color}" opacity="0.13"/>`,
      `<path d="${steps(0).path}L${at(1, steps(0).before)}" fill="none" stroke="${color}" stroke-width="3"/>`,
      ...curve
        .filter((_step, step) => step % 3 === 1)
        .map(
          ({ time, share }) =>
            `<path d="M${at(time + 0.02, share + 0.018)}L${at(time + 0.02, share - 0.018)}" stroke="${color}" stroke-width="2.4"/>`,
        ),
    );
  });
  putLabels(sheet, box, ['0', '12', '24', '36', '48', '60'], box.width / 5, 0);
  sheet.words.push({
    text: '随访时间（月）',
    x: box.x + box.width / 2,
    y: box.y + box.height + 42,
    size: 17,
    align: 'centre',
  });
  putLegend(
    sheet,
    box,
    names.map((name) => ({ name, values: [] })),
  );
}

/** ROC curves with the diagonal. */
export function putRoc(sheet: Sheet, box: Box, names: readonly string[], dice: Dice): void {
  putFrame(sheet, box, 1, '灵敏度');
  sheet.shapes.push(
    `<path d="M${box.x} ${box.y + box.height}L${box.x + box.width} ${box.y}" stroke="${AXIS}" stroke-dasharray="7 6" opacity="0.6"/>`,
  );
  names.forEach((_, index) => {
    const power = 0.12 + index * 0.1 + dice.between(0, 0.04);
    const points = Array.from({ length: 42 }, (_point, at) => {
      const x = at / 41;
      const y = at === 0 ? 0 : Math.min(1, x ** power + dice.between(-0.012, 0.008));
      return `${round(box.x + x * box.width)},${round(box.y + (1 - y) * box.height)}`;
    });
    sheet.shapes.push(
      `<polyline points="${points.join(' ')}" fill="none" stroke="${colorOf(index)}" stroke-width="3"/>`,
    );
  });
  putLabels(sheet, box, ['0', '0.2', '0.4', '0.6', '0.8', '1.0'], box.width / 5, 0);
  sheet.words.push({
    text: '1 − 特异度',
    x: box.x + box.width / 2,
    y: box.y + box.height + 42,
    size: 17,
    align: 'centre',
  });
  putLegend(
    sheet,
    box,
    names.map((name) => ({ name, values: [] })),
  );
}

function survivalSteps(dice: Dice, end: number): { time: number; share: number }[] {
  const steps: { time: number; share: number }[] = [];
  let share = 1;
  for (let time = 0.03; time < 0.97; time += dice.between(0.02, 0.07)) {
    share = Math.max(0.04, share - (1 - end) * dice.between(0.01, 0.085));
    steps.push({ time, share });
  }
  return steps;
}

function putFrame(sheet: Sheet, { x, y, width, height }: Box, top: number, unit: string): void {
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  const rules = ticks.slice(1).map((share) => `M${x} ${round(y + height * (1 - share))}h${width}`);
  sheet.shapes.push(
    `<path d="${rules.join('')}" stroke="${GRID}" stroke-width="1.2"/>`,
    `<path d="M${x} ${y - 6}V${y + height}H${x + width + 6}" stroke="${AXIS}" stroke-width="2" fill="none"/>`,
  );
  sheet.words.push(
    ...ticks.map(
      (share): Words => ({
        text: numberText(top * share),
        x: x - 10,
        y: y + height * (1 - share) - 10,
        size: 15,
        align: 'right',
        color: AXIS,
      }),
    ),
    { text: unit, x: x - 4, y: y - 40, size: 16, color: AXIS },
  );
}

function putLabels(sheet: Sheet, box: Box, labels: readonly string[], slot: number, offset = 0.5): void {
  for (const [index, text] of labels.entries())
    sheet.words.push({
      text,
      x: box.x + (index + offset) * slot,
      y: box.y + box.height + 10,
      size: 15,
      align: 'centre',
      color: AXIS,
    });
}

function putLegend(sheet: Sheet, box: Box, series: readonly Series[]): void {
  let x = box.x + 110;
  const y = box.y - 40;
  for (const [index, { name }] of series.entries()) {
    sheet.shapes.push(`<rect x="${x}" y="${y + 6}" width="22" height="8" fill="${colorOf(index)}"/>`);
    sheet.words.push({ text: name, x: x + 30, y, size: 16 });
    x += 52 + name.length * 16.5;
  }
}

function niceTop(highest: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(highest, 1e-9)));
  return (
    [1, 2, 2.5, 4, 5, 8, 10].map((factor) => factor * power).find((top) => top >= highest * 1.05) ?? highest
  );
}

function numberText(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 1 ? 2 : 1);
}

function colorOf(index: number): string {
  return PALETTE[index % PALETTE.length] ?? PALETTE[0];
}

function clampShare(share: number): number {
  return Math.min(1, Math.max(0.02, share));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
