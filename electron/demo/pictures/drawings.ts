import type { Dice } from '../random.ts';
import { leadingFor, type Sheet } from './canvas.ts';
import { newPage } from './paper.ts';

export type Drawing = {
  title: string;
  number: string;
  mark: string;
  unit: string;
  by: string;
  checkedBy: string;
  date: string;
  kind: 'flange' | 'housing' | 'chamber';
};

const LINE_COLOR = '#1f2a38';
const THIN = '#55657a';

/** An engineering drawing across: three views with dimensions, a parts list and the title block. */
export function drawingSheet(drawing: Drawing, dice: Dice): Sheet {
  const sheet = newPage(true);
  const { width, height } = sheet;
  sheet.shapes.push(
    `<rect x="28" y="28" width="${width - 56}" height="${height - 56}" fill="none" stroke="${THIN}" stroke-width="1"/>`,
    `<rect x="62" y="44" width="${width - 106}" height="${height - 88}" fill="none" stroke="${LINE_COLOR}" stroke-width="3"/>`,
  );
  if (drawing.kind === 'flange') flange(sheet, dice);
  else if (drawing.kind === 'housing') housing(sheet, dice);
  else chamber(sheet, dice);
  putTitleBlock(sheet, drawing);
  putNotes(sheet);
  return sheet;
}

/** A round plate with a ring of bolt holes: front and section. */
function flange(sheet: Sheet, dice: Dice): void {
  const [x, y] = [400, 400];
  const radius = dice.whole(235, 270);
  const holes = dice.pick([6, 8, 10, 12]);
  const pitch = radius * 0.78;
  const bore = radius * dice.between(0.3, 0.45);
  sheet.shapes.push(
    solid(circle(x, y, radius) + circle(x, y, bore) + circle(x, y, bore + 18)),
    dashed(
      circle(x, y, pitch) +
        `M${x - radius - 30} ${y}h${2 * radius + 60}M${x} ${y - radius - 30}v${2 * radius + 60}`,
    ),
  );
  for (let hole = 0; hole < holes; hole += 1) {
    const angle = (hole * 2 * Math.PI) / holes + Math.PI / holes;
    sheet.shapes.push(solid(circle(x + pitch * Math.cos(angle), y + pitch * Math.sin(angle), 15)));
  }
  const left = 850;
  const thick = dice.whole(56, 84);
  sheet.shapes.push(
    solid(
      `M${left} ${y - radius}h${thick}v${2 * radius}h${-thick}zM${left + thick} ${y - bore - 60}h70v${2 * bore + 120}h-70`,
    ),
    hatched(left, y - radius, thick, radius - bore),
    hatched(left, y + bore, thick, radius - bore),
    solid(`M${left} ${y - bore}h${thick + 70}M${left} ${y + bore}h${thick + 70}`),
    dashed(`M${left - 30} ${y}h${thick + 150}`),
  );
  across(sheet, x - radius, x + radius, y + radius + 56, `Φ${Math.round(radius * 1.2)}`);
  across(sheet, left, left + thick, y + radius + 56, String(Math.round(thick * 0.6)));
  upright(sheet, left + thick + 110, y - bore, y + bore, `Φ${Math.round(bore * 1.2)} H7`);
  sheet.words.push({ text: `${holes}×Φ9 均布`, x: x + radius * 0.72, y: y - radius - 34, size: 18 });
  sheet.words.push({
    text: 'A—A',
    x: left + thick / 2,
    y: y - radius - 62,
    size: 20,
    bold: true,
    align: 'centre',
  });
}

/** The case of an instrument: front, side and top. */
function housing(sheet: Sheet, dice: Dice): void {
  const [wide, high, deep] = [dice.whole(520, 600), dice.whole(300, 340), dice.whole(220, 260)];
  const [x, y] = [150, 130];
  const side = x + wide + 150;
  const below = y + high + 110;
  sheet.shapes.push(
    solid(rounded(x, y, wide, high, 16) + rounded(x + 36, y + 40, wide * 0.5, high * 0.56, 8)),
    solid(
      circle(x + wide * 0.78, y + high * 0.32, 30) +
        circle(x + wide * 0.78, y + high * 0.32, 20) +
        rounded(x + wide * 0.68, y + high * 0.58, 92, 26, 6),
    ),
    solid(rounded(x + 40, y + high - 42, wide - 80, 18, 9)),
    solid(`${rounded(side, y, deep, high, 10)}M${side + deep * 0.3} ${y}v${high}`),
    solid(rounded(x, below, wide, deep, 10)),
    dashed(`M${x + wide / 2} ${y - 24}v${high + deep + 180}M${side - 20} ${y + high / 2}h${deep + 40}`),
  );
  for (let slot = 0; slot < 7; slot += 1)
    sheet.shapes.push(solid(rounded(side + deep * 0.42, y + 54 + slot * 22, deep * 0.42, 9, 4)));
  for (let foot = 0; foot < 2; foot += 1)
    sheet.shapes.push(solid(`M${x + 50 + foot * (wide - 150)} ${y + high}v14h50v-14`));
  for (const [cx, cy] of [
    [24, 24],
    [wide - 24, 24],
    [24, deep - 24],
    [wide - 24, deep - 24],
  ] as const)
    sheet.shapes.push(solid(circle(x + cx, below + cy, 9)));
  across(sheet, x, x + wide, y - 36, String(wide));
  upright(sheet, x - 40, y, y + high, String(high));
  across(sheet, side, side + deep, y + high + 60, String(deep));
}

/** A closed vessel with ports: section and top. */
function chamber(sheet: Sheet, dice: Dice): void {
  const [x, y, wide, high] = [190, 130, dice.whole(300, 350), dice.whole(440, 500)];
  const wall = 20;
  const ports = dice.whole(2, 4);
  sheet.shapes.push(
    solid(
      `M${x} ${y + 80}Q${x} ${y} ${x + wide / 2} ${y}Q${x + wide} ${y} ${x + wide} ${y + 80}V${y + high - 80}Q${x + wide} ${y + high} ${x + wide / 2} ${y + high}Q${x} ${y + high} ${x} ${y + high - 80}Z`,
    ),
    solid(
      `M${x + wall} ${y + 86}Q${x + wall} ${y + wall} ${x + wide / 2} ${y + wall}Q${x + wide - wall} ${y + wall} ${x + wide - wall} ${y + 86}V${y + high - 86}Q${x + wide - wall} ${y + high - wall} ${x + wide / 2} ${y + high - wall}Q${x + wall} ${y + high - wall} ${x + wall} ${y + high - 86}Z`,
    ),
    solid(rounded(x - 22, y + 84, wide + 44, 30, 4)),
    solid(
      `M${x + wide / 2 - 6} ${y - 60}V${y + high - 120}h12V${y - 60}z` +
        rounded(x + wide / 2 - 34, y - 92, 68, 38, 6),
    ),
    solid(`M${x + wide / 2 - 80} ${y + high - 120}q80 -34 160 0q-80 34 -160 0z`),
    dashed(`M${x + wide / 2} ${y - 110}v${high + 150}`),
  );
  for (let port = 0; port < ports; port += 1) {
    const at = y + 170 + port * 74;
    sheet.shapes.push(solid(`M${x + wide} ${at}h66v30h-66M${x + wide + 66} ${at - 12}h14v54h-14z`));
    sheet.words.push({ text: `N${port + 1}`, x: x + wide + 92, y: at + 2, size: 18 });
  }
  const [cx, cy, radius] = [880, 330, 165];
  sheet.shapes.push(
    solid(circle(cx, cy, radius) + circle(cx, cy, radius - 22) + circle(cx, cy, 28)),
    dashed(`M${cx - radius - 26} ${cy}h${2 * radius + 52}M${cx} ${cy - radius - 26}v${2 * radius + 52}`),
  );
  for (let bolt = 0; bolt < 16; bolt += 1) {
    const angle = (bolt * Math.PI) / 8;
    sheet.shapes.push(
      solid(circle(cx + (radius - 11) * Math.cos(angle), cy + (radius - 11) * Math.sin(angle), 6)),
    );
  }
  across(sheet, x, x + wide, y + high + 46, `Φ${wide}`);
  upright(sheet, x - 56, y, y + high, String(high));
}

function putTitleBlock(sheet: Sheet, { title, number, mark, unit, by, checkedBy, date }: Drawing): void {
  const [x, y] = [sheet.width - 44 - 560, sheet.height - 44 - 190];
  const rules = `M${x} ${y}h560M${x} ${y}v190M${x} ${y + 48}h250M${x} ${y + 96}h250M${x} ${y + 144}h560M${x + 90} ${y}v190M${x + 250} ${y}v190M${x + 410} ${y + 144}v46`;
  sheet.shapes.push(`<path d="${rules}" stroke="${LINE_COLOR}" stroke-width="2" fill="none"/>`);
  const pitch = leadingFor(17, 48);
  sheet.words.push(
    { text: '设计\n审核\n日期\n比例', x: x + 24, y: y + 13, size: 17, leading: pitch },
    {
      text: `${by}\n${checkedBy}\n${date}\n1∶2`,
      x: x + 104,
      y: y + 13,
      size: 17,
      leading: pitch,
      color: '#28418f',
    },
    { text: title, x: x + 405, y: y + 26, size: title.length > 14 ? 19 : 24, bold: true, align: 'centre' },
    { text: mark === '' ? unit : mark, x: x + 405, y: y + 70, size: 18, align: 'centre', bold: mark !== '' },
    { text: unit, x: x + 405, y: y + 104, size: 16, align: 'centre' },
    { text: '图号', x: x + 308, y: y + 155, size: 17 },
    { text: number, x: x + 485, y: y + 155, size: 17, align: 'centre', bold: true },
  );
}

function putNotes(sheet: Sheet): void {
  sheet.words.push({
    text: '技术要求\n1. 未注公差按 GB/T 1804-m；\n2. 锐边倒角 C0.5，表面阳极氧化；\n3. 与样品接触面粗糙度 Ra 0.8。',
    x: 90,
    y: sheet.height - 190,
    size: 17,
    leading: 1.1,
  });
}

function across(sheet: Sheet, from: number, to: number, y: number, text: string): void {
  sheet.shapes.push(
    thin(
      `M${from} ${y - 16}v24M${to} ${y - 16}v24M${from} ${y}H${to}M${from + 12} ${y - 4}L${from} ${y}l12 4M${to - 12} ${y - 4}L${to} ${y}l-12 4`,
    ),
  );
  sheet.words.push({ text, x: (from + to) / 2, y: y - 25, size: 17, align: 'centre' });
}

function upright(sheet: Sheet, x: number, from: number, to: number, text: string): void {
  sheet.shapes.push(
    thin(
      `M${x - 8} ${from}h24M${x - 8} ${to}h24M${x} ${from}V${to}M${x - 4} ${from + 12}L${x} ${from}l4 12M${x - 4} ${to - 12}L${x} ${to}l4 -12`,
    ),
  );
  sheet.words.push({ text, x: x - 24, y: (from + to) / 2 - 18, size: 17, turn: -90 });
}

function solid(path: string): string {
  return `<path d="${path}" fill="none" stroke="${LINE_COLOR}" stroke-width="2.2"/>`;
}

function thin(path: string): string {
  return `<path d="${path}" fill="none" stroke="${THIN}" stroke-width="1.2"/>`;
}

function dashed(path: string): string {
  return `<path d="${path}" fill="none" stroke="#9a4a42" stroke-width="1.1" stroke-dasharray="16 5 4 5"/>`;
}

function hatched(x: number, y: number, width: number, height: number): string {
  const lines: string[] = [];
  for (let at = -height; at < width; at += 13) {
    const [x1, x2] = [Math.max(0, at), Math.min(width, at + height)];
    if (x2 > x1) lines.push(`M${x + x1} ${y + height - (x1 - at)}L${x + x2} ${y + height - (x2 - at)}`);
  }
  return thin(lines.join(''));
}

function circle(x: number, y: number, radius: number): string {
  return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`;
}

function rounded(x: number, y: number, width: number, height: number, radius: number): string {
  return `M${x + radius} ${y}h${width - 2 * radius}q${radius} 0 ${radius} ${radius}v${height - 2 * radius}q0 ${radius} ${-radius} ${radius}h${2 * radius - width}q${-radius} 0 ${-radius} ${-radius}v${2 * radius - height}q0 ${-radius} ${radius} ${-radius}`;
}
