import type { Raw } from '../../drawing/raw.ts';
import type { Dice } from '../random.ts';
import type { Sheet } from './canvas.ts';
import { newPage } from './paper.ts';
import { pressed } from './seal.ts';

export type Certificate = {
  heading: string;
  number: string;
  lines: readonly string[];
  holder: string;
  issuer: string;
  date: string;
  seal: Raw | null;
  tone: 'gold' | 'blue' | 'green' | 'red';
};

const TONES = {
  gold: { frame: '#b08a3e', dark: '#7d5d1e', wash: '#f6ecd2', title: '#8a2a20' },
  blue: { frame: '#5b7ea3', dark: '#2f4f72', wash: '#e6edf4', title: '#234a75' },
  green: { frame: '#6f9879', dark: '#3f6a4b', wash: '#e8f0e6', title: '#2f5c3c' },
  red: { frame: '#b5564b', dark: '#8a2c24', wash: '#f7e8e2', title: '#a3271d' },
} as const;

/** A certificate across: an engine-turned frame, a rosette in the ground, the heading, who and for what. */
export function certificateSheet(certificate: Certificate, dice: Dice): Sheet {
  const { heading, number, lines, holder, issuer, date, seal, tone } = certificate;
  const sheet = newPage(true);
  const colors = TONES[tone];
  const { width, height } = sheet;
  sheet.shapes.push(
    `<rect x="40" y="40" width="${width - 80}" height="${height - 80}" fill="${colors.wash}"/>`,
    rosette(width / 2, height / 2 + 40, 330, dice.whole(9, 17), colors.frame),
    ...frame(width, height, colors.frame, colors.dark, dice.whole(3, 5)),
  );
  sheet.words.push(
    {
      text: heading,
      x: width / 2,
      y: 170,
      size: 66,
      bold: true,
      color: colors.title,
      align: 'centre',
      tracking: 0.35,
    },
    { text: `编号：${number}`, x: width - 190, y: 290, size: 20, align: 'right', color: '#6a5d48' },
    { text: holder, x: 210, y: 348, size: 34, bold: true },
    {
      text: lines.map((line) => `　　${line}`).join('\n'),
      x: 210,
      y: 432,
      size: 28,
      width: width - 420,
      leading: 1.28,
      justify: true,
    },
    { text: issuer, x: width - 210, y: 730, size: 26, align: 'right' },
    { text: date, x: width - 230, y: 786, size: 25, align: 'right' },
  );
  if (seal) sheet.layers.push(pressed(seal, width - 360, 772));
  return sheet;
}

/** Three lines and waves between them, round the sheet; corners with a knot. */
function frame(width: number, height: number, light: string, dark: string, strands: number): string[] {
  const rect = (inset: number, stroke: number, color: string) =>
    `<rect x="${inset}" y="${inset}" width="${width - 2 * inset}" height="${height - 2 * inset}" fill="none" stroke="${color}" stroke-width="${stroke}"/>`;
  const waves: string[] = [];
  for (let strand = 0; strand < strands; strand += 1) {
    const phase = (strand * 2 * Math.PI) / strands;
    for (const y of [74, height - 74]) waves.push(wave(92, y, width - 184, 0, phase));
    for (const x of [74, width - 74]) waves.push(wave(x, 92, 0, height - 184, phase));
  }
  const corners = [
    [74, 74],
    [width - 74, 74],
    [74, height - 74],
    [width - 74, height - 74],
  ].map(
    ([x = 0, y = 0]) =>
      `<g fill="none" stroke="${dark}" stroke-width="2"><circle cx="${x}" cy="${y}" r="15"/><circle cx="${x}" cy="${y}" r="8"/><path d="M${x - 15} ${y}h30M${x} ${y - 15}v30"/></g>`,
  );
  return [
    rect(48, 5, dark),
    rect(57, 1.5, light),
    `<path d="${waves.join('')}" fill="none" stroke="${light}" stroke-width="1.5"/>`,
    rect(91, 1.5, light),
    rect(98, 2.5, dark),
    ...corners,
  ];
}

function wave(x: number, y: number, dx: number, dy: number, phase: number): string {
  const length = Math.max(dx, dy);
  const points: string[] = [];
  for (let at = 0; at <= length; at += 7) {
    const swing = 11 * Math.sin(at / 15 + phase);
    const [px, py] = dx > 0 ? [x + at, y + swing] : [x + swing, y + at];
    points.push(`${Math.round(px * 10) / 10} ${Math.round(py * 10) / 10}`);
  }
  return `M${points.join('L')}`;
}

/** Hypotrochoids, as on banknotes, faint in the ground. */
function rosette(x: number, y: number, radius: number, petals: number, color: string): string {
  const paths = [1, 0.82, 0.64].map((scale, ring) => {
    const points: string[] = [];
    for (let step = 0; step <= 360; step += 1) {
      const angle = (step * Math.PI) / 180;
      const reach = radius * scale * (0.72 + 0.28 * Math.cos(angle * petals + ring));
      points.push(`${Math.round(x + reach * Math.cos(angle))} ${Math.round(y + reach * Math.sin(angle))}`);
    }
    return `M${points.join('L')}Z`;
  });
  return `<path d="${paths.join('')}" fill="none" stroke="${color}" stroke-width="1.6" opacity="0.3"/>`;
}
