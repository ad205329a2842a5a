import type { Dice } from '../random.ts';
import { SCENE, type Scene } from './scene.ts';
import { fromBehind, gradient } from './scenesPlace.ts';

const { width, height } = SCENE;

/** The display area: panels along a wall, spots, somebody looking. */
export function exhibition(dice: Dice, titles: readonly string[]): Scene {
  const accent = dice.pick(['#22507f', '#2c6a58', '#7a3a2c']);
  const spots = [0, 1, 2, 3].map(
    (index) => `<path d="M${150 + index * 345} 0l-110 800h330l-110 -800z" fill="#fff5d8" opacity="0.2"/>`,
  );
  const panels = [0, 1, 2, 3].flatMap((index) => {
    const x = 70 + index * 335;
    const bars = Array.from({ length: 5 }, (_, bar) => {
      const tall = dice.whole(40, 130);
      return `<rect x="${x + 40 + bar * 42}" y="${520 - tall}" width="28" height="${tall}" fill="${accent}" opacity="${0.5 + bar * 0.1}"/>`;
    });
    const lines = Array.from(
      { length: 6 },
      (_, line) =>
        `<rect x="${x + 36}" y="${570 + line * 30}" width="${dice.whole(130, 220)}" height="10" fill="#a9a59c"/>`,
    );
    const dots =
      index % 2 === 0
        ? bars
        : Array.from(
            { length: 26 },
            () =>
              `<circle cx="${n(x + 145 + dice.between(-90, 90))}" cy="${n(440 + dice.between(-70, 70))}" r="${n(dice.between(6, 20))}" fill="${dice.pick(['#c86a8f', '#7a4a9a', accent, '#d9a441'])}" opacity="0.75"/>`,
          );
    return [
      `<rect x="${x + 8}" y="150" width="290" height="640" fill="#000" opacity="0.16"/><rect x="${x}" y="140" width="290" height="640" fill="#fdfcf8"/><rect x="${x}" y="140" width="290" height="130" fill="${accent}"/>`,
      ...dots,
      ...lines,
    ];
  });
  const people = [
    fromBehind(dice, dice.whole(180, 420), 752, 2.2),
    fromBehind(dice, dice.whole(560, 760), 730, 2.4),
    ...(dice.chance(0.6) ? [fromBehind(dice, dice.whole(1000, 1260), 745, 2.3)] : []),
  ];
  return {
    ground: '#d8d3c8',
    layers: [
      {
        shapes: [
          gradient('w', '#b7b1a4', '#ece7db'),
          `<rect width="${width}" height="820" fill="url(#w)"/>`,
          gradient('f', '#9c9484', '#c9c1b0'),
          '<rect y="820" width="1440" height="260" fill="url(#f)"/>',
          ...spots,
        ],
        blur: 8,
      },
      { shapes: [...panels, ...people], blur: 0 },
    ],
    words: titles.slice(0, 4).map((text, index) => ({
      text:
        text.length > 6
          ? `${text.slice(0, Math.ceil(text.length / 2))}\n${text.slice(Math.ceil(text.length / 2))}`
          : text,
      x: 70 + index * 335 + 145,
      y: text.length > 6 ? 164 : 184,
      size: 36,
      bold: true,
      color: '#fff',
      align: 'centre' as const,
      leading: 0.95,
    })),
  };
}

/** The table before a signing: folders, pens, name plates and flowers, the occasion on the wall behind. */
export function signing(dice: Dice, title: string, parties: readonly [string, string]): Scene {
  const [deep, bright] = dice.pick([
    ['#7c1a1a', '#b8352b'],
    ['#143661', '#2c68a4'],
    ['#174a3d', '#2f8570'],
  ] as const);
  const folds = Array.from(
    { length: 30 },
    (_, index) =>
      `<path d="M${index * 50} 0h${dice.whole(10, 24)}l6 760h-30z" fill="#000" opacity="${n(dice.between(0.05, 0.16))}"/><path d="M${index * 50 + 30} 0h6v760h-8z" fill="#fff" opacity="0.05"/>`,
  );
  const chairs = [240, 560, 880, 1200].map(
    (x) =>
      `<path d="M${x - 100} 780v-210q0 -50 50 -50h100q50 0 50 50v210z" fill="#2a221d"/><path d="M${x - 74} 780v-190q0 -38 38 -38h72q38 0 38 38v190z" fill="#4a3b31"/>`,
  );
  const flowers = Array.from(
    { length: 130 },
    () =>
      `<circle cx="${n(720 + dice.between(-190, 190))}" cy="${n(790 + dice.between(-70, 34))}" r="${n(dice.between(8, 21))}" fill="${dice.pick(['#d8423a', '#f0b9c4', '#f5e9d0', '#4f7f4e', '#e39a3c', '#3d6b40', '#2f5538'])}"/>`,
  );
  const folders = [380, 1060].flatMap((x) => [
    `<path d="M${x - 214} 850h428l26 130h-480z" opacity="0.28"/><path d="M${x - 210} 838h420l24 128h-468z" fill="${deep}"/><path d="M${x - 196} 848h190l-6 108h-206zM${x + 6} 848h190l22 108h-206z" fill="#fdfbf5"/>`,
    ...[0, 1, 2, 3].map(
      (line) =>
        `<path d="M${x - 176} ${868 + line * 20}h${150 - line * 9}M${x + 28} ${868 + line * 20}h${148 - line * 12}" stroke="#9b958a" stroke-width="5"/>`,
    ),
    `<path d="M${x + 250} 900l70 62" stroke="#1a1a1c" stroke-width="12"/><path d="M${x + 250} 900l16 14" stroke="#d9b04c" stroke-width="12"/>`,
    `<path d="M${x - 6} 800q-10 -120 60 -170" stroke="#1c1e21" stroke-width="8" fill="none"/><rect x="${x + 44}" y="606" width="26" height="56" rx="12" fill="#2c3034" transform="rotate(32 ${x + 57} 634)"/><path d="M${x - 50} 812h96l14 24h-124z" fill="#1c1e21"/>`,
  ]);
  const half = Math.ceil(title.length / 2);
  const lines = title.length > 14 ? `${title.slice(0, half)}\n${title.slice(half)}` : title;
  return {
    ground: deep,
    layers: [
      {
        shapes: [
          gradient('b', bright, deep),
          `<rect width="${width}" height="${height}" fill="url(#b)"/>`,
          ...folds,
          `<rect x="150" y="90" width="1140" height="330" fill="${deep}" opacity="0.72"/>`,
        ],
        blur: 4,
      },
      { shapes: chairs, blur: 2.6 },
      {
        shapes: [
          gradient('t', '#f8f5ee', '#d3cbbb'),
          '<path d="M0 756H1440V1080H0Z" fill="url(#t)"/>',
          ...flowers,
          ...folders,
          ...[280, 960].map(
            (x) => `<path d="M${x} 984h220l10 80h-240z" fill="#fff" stroke="#b9b09c" stroke-width="3"/>`,
          ),
        ],
        blur: 0.7,
      },
    ],
    words: [
      {
        text: lines,
        x: 720,
        y: lines === title ? 200 : 150,
        size: 72,
        bold: true,
        color: '#fff7e4',
        align: 'centre',
        leading: 1,
      },
      ...parties.map((text, index) => ({
        text,
        x: 390 + index * 680,
        y: 1002,
        size: text.length > 6 ? 28 : 34,
        bold: true,
        align: 'centre' as const,
      })),
    ],
  };
}

/** A wall of screens with curves, as in a data centre. */
export function monitors(dice: Dice): Scene {
  const screens = Array.from({ length: 6 }, (_, index) => {
    const [x, y] = [90 + (index % 3) * 430, 120 + Math.floor(index / 3) * 330];
    const color = dice.pick(['#4fd0ff', '#7be88f', '#ffb45a', '#c79bff']);
    const points = Array.from(
      { length: 26 },
      (_point, at) =>
        `${x + 20 + at * 14.4},${n(y + 150 + Math.sin(at / dice.between(1.6, 4)) * 50 - at * 2 + dice.between(-16, 16))}`,
    );
    const bars = Array.from(
      { length: 14 },
      (_bar, at) =>
        `<rect x="${x + 22 + at * 26}" y="${n(y + 270 - dice.between(10, 60))}" width="15" height="60" fill="${color}" opacity="0.5"/>`,
    );
    return `<rect x="${x}" y="${y}" width="400" height="300" rx="8" fill="#0a1622" stroke="#2f3a44" stroke-width="9"/>${bars.join('')}<rect x="${x + 4}" y="${y + 270}" width="392" height="26" fill="#0a1622"/><polyline points="${points.join(' ')}" fill="none" stroke="${color}" stroke-width="4"/>`;
  });
  return {
    ground: '#0c1218',
    layers: [
      {
        shapes: [
          gradient('d', '#1a2a38', '#080b0f'),
          `<rect width="${width}" height="${height}" fill="url(#d)"/>`,
          '<ellipse cx="720" cy="460" rx="760" ry="420" fill="#2d6a94" opacity="0.3"/>',
        ],
        blur: 40,
      },
      {
        shapes: [
          ...screens,
          '<path d="M0 860H1440V1080H0Z" fill="#161d24"/><path d="M0 860H1440V884H0Z" fill="#3a4853"/>',
          fromBehind(dice, dice.whole(320, 520), 740, 2.4),
          fromBehind(dice, dice.whole(880, 1100), 750, 2.5),
        ],
        blur: 0.8,
      },
    ],
    words: [],
  };
}

function n(value: number): number {
  return Math.round(value * 10) / 10;
}
