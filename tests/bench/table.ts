/** One line of the table. `ours` and `beside` are in `unit`; a goal is judged where there is one. */
export type Line = {
  what: string;
  ours: number;
  /** null: measured by itself. */
  beside: number | null;
  /** What it was measured beside. */
  against: string;
  unit: 'ms' | 's' | 'MB' | 'kB';
  goal: Goal | null;
};

export type Goal =
  | { most: number; of: 'ratio' | 'ours' | 'difference' }
  /** At least so many times faster than what is beside it. */
  | { least: number; of: 'speed' };

export function isMet({ ours, beside, goal }: Line): boolean | null {
  if (goal === null) return null;
  if (goal.of === 'ours') return ours <= goal.most;
  if (beside === null) return null;
  if (goal.of === 'difference') return ours - beside <= goal.most;
  if (goal.of === 'speed') return beside / ours >= goal.least;
  return ours / beside <= goal.most;
}

/** A Markdown table, so that it can be laid into the documentation as it is. */
export function tableOf(lines: readonly Line[]): string {
  const rows = lines.map((line) => [
    line.what,
    amount(line.ours, line.unit),
    line.beside === null ? '' : amount(line.beside, line.unit),
    line.against,
    line.beside === null ? '' : `${(line.ours / line.beside).toFixed(2)}×`,
    goalText(line),
    { true: 'met', false: 'falls short', null: '' }[String(isMet(line))] ?? '',
  ]);
  const head = ['what', 'ours', 'beside', 'against', 'ratio', 'goal', ''];
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => shownWidth(row[column] ?? ''))),
  );
  const text = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - shownWidth(cell))).join(' | ')} |`;
  return [text(head), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.map(text)].join(
    '\n',
  );
}

function amount(value: number, unit: Line['unit']): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return `${value.toFixed(digits)} ${unit}`;
}

function goalText({ goal, unit }: Line): string {
  if (goal === null) return '';
  if (goal.of === 'speed') return `≥ ${goal.least}× faster`;
  if (goal.of === 'ratio') return `≤ ${goal.most}×`;
  return goal.of === 'ours' ? `≤ ${goal.most} ${unit}` : `≤ +${goal.most} ${unit}`;
}

/** Chinese characters are two columns wide. */
function shownWidth(text: string): number {
  return Array.from(text).reduce((width, character) => width + (character > '\u2E80' ? 2 : 1), 0);
}
