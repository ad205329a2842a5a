import { newSheet, type Sheet } from './canvas.ts';

export const SLIDE = { width: 1280, height: 720 } as const;

export type Deck = { title: string; speaker: string; unit: string; date: string; color: string };

export function titleSlide({ title, speaker, unit, date, color }: Deck): Sheet {
  const sheet = newSheet(SLIDE.width, SLIDE.height);
  sheet.shapes.push(
    `<defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${color}"/><stop offset="1" stop-color="#101c2c"/></linearGradient></defs>`,
    '<rect width="1280" height="720" fill="url(#g)"/>',
    ...[420, 330, 240, 150].map(
      (radius) =>
        `<circle cx="1180" cy="120" r="${radius}" fill="none" stroke="#fff" stroke-width="1.4" opacity="0.16"/>`,
    ),
    '<path d="M110 452h180" stroke="#e0b35a" stroke-width="6"/>',
  );
  const lines =
    title.length > 16
      ? [title.slice(0, Math.ceil(title.length / 2)), title.slice(Math.ceil(title.length / 2))]
      : [title];
  sheet.words.push(
    {
      text: lines.join('\n'),
      x: 110,
      y: lines.length > 1 ? 250 : 320,
      size: 58,
      bold: true,
      color: '#ffffff',
      leading: 1.02,
    },
    { text: `${speaker}　|　${unit}`, x: 110, y: 500, size: 28, color: '#e8ecf2' },
    { text: date, x: 110, y: 552, size: 24, color: '#b9c4d2' },
  );
  return sheet;
}

export function pointsSlide(
  deck: Deck,
  heading: string,
  points: readonly (readonly [string, string])[],
  page: number,
): Sheet {
  const sheet = newSheet(SLIDE.width, SLIDE.height);
  sheet.shapes.push(`<rect width="1280" height="104" fill="${deck.color}"/>`);
  sheet.words.push(
    { text: heading, x: 76, y: 30, size: 40, bold: true, color: '#ffffff' },
    { text: `${deck.unit}　${page}`, x: 1204, y: 672, size: 18, color: '#8a857c', align: 'right' },
  );
  points.slice(0, 4).forEach(([title, text], index) => {
    const y = 152 + index * 128;
    sheet.shapes.push(
      `<circle cx="108" cy="${y + 40}" r="32" fill="${deck.color}" opacity="${1 - index * 0.16}"/>`,
    );
    sheet.words.push(
      { text: String(index + 1), x: 108, y: y + 20, size: 34, bold: true, color: '#ffffff', align: 'centre' },
      { text: title, x: 172, y, size: 30, bold: true },
      { text, x: 172, y: y + 48, size: 23, color: '#5a554d', width: 1010, leading: 1.05 },
    );
  });
  return sheet;
}
