import type { Dice } from '../random.ts';
import { SCENE, type Scene } from './scene.ts';
import { gradient } from './scenesPlace.ts';

const { width, height } = SCENE;

/** An instrument on the bench: its case, screen and keys. */
export function instrument(dice: Dice, label: string): Scene {
  const [light, shade] = dice.pick([
    ['#f6f7f7', '#c3cacf'],
    ['#eef1ea', '#b7c2ba'],
    ['#f3efe9', '#c6bdb1'],
    ['#dfe6ee', '#8fa3b8'],
  ] as const);
  const accent = dice.pick(['#2a6fa8', '#1f8a78', '#c2662d', '#5a4d96']);
  const tall = dice.chance(0.4);
  const [x, y, w, h] = tall ? [430, 150, 580, 720] : [260, 300, 920, 540];
  const [sx, sy, sw, sh] = tall ? [500, 220, 440, 280] : [330, 370, 480, 330];
  const trace = Array.from(
    { length: 60 },
    (_, index) =>
      `${n(sx + 20 + (index * (sw - 40)) / 59)},${n(sy + sh - 60 - (sh - 120) / (1 + Math.exp((30 - index) / dice.between(3.5, 4.5))))}`,
  );
  const back = [
    gradient('w', '#dfe5e8', '#f5f3ee'),
    `<rect width="${width}" height="${height}" fill="url(#w)"/>`,
    ...Array.from(
      { length: 9 },
      (_, index) =>
        `<rect x="${index * 165 + 20}" y="${dice.whole(60, 170)}" width="${dice.whole(40, 110)}" height="${dice.whole(120, 260)}" fill="${dice.pick(['#b9cad3', '#d9c9b2', '#a9bfb0', '#c9ccd6'])}"/>`,
    ),
    '<rect y="330" width="1440" height="26" fill="#bfb7aa"/>',
  ];
  const table = [
    gradient('t', '#cfd4d6', '#9aa2a6'),
    '<rect y="800" width="1440" height="280" fill="url(#t)"/>',
    `<ellipse cx="${x + w / 2}" cy="${y + h + 14}" rx="${w * 0.6}" ry="34" fill="#000" opacity="0.34"/>`,
  ];
  const body = [
    gradient('b', light, shade) + gradient('s', '#10202e', '#1d3a50'),
    `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="44" fill="url(#b)"/><rect x="${x}" y="${y}" width="${w}" height="${h}" rx="44" fill="none" stroke="#8b9398" stroke-width="4"/>`,
    `<path d="M${x + 44} ${y}h${w - 88}q44 0 44 44v18h-${w}v-18q0 -44 44 -44z" fill="${accent}" opacity="0.9"/>`,
    `<rect x="${sx - 12}" y="${sy - 12}" width="${sw + 24}" height="${sh + 24}" rx="16" fill="#2b3135"/><rect x="${sx}" y="${sy}" width="${sw}" height="${sh}" rx="6" fill="url(#s)"/>`,
    ...[1, 2, 3, 4].map(
      (row) =>
        `<path d="M${sx + 20} ${sy + (row * sh) / 5}h${sw - 40}" stroke="#4f7590" stroke-width="1" opacity="0.6"/>`,
    ),
    `<polyline points="${trace.join(' ')}" fill="none" stroke="#6ff0b0" stroke-width="5"/>`,
    `<path d="M${sx} ${sy}h${sw * 0.5}l-${sw * 0.3} ${sh}h-${sw * 0.2}z" fill="#fff" opacity="0.07"/>`,
  ];
  const keys = tall
    ? [
        `<rect x="${x + 70}" y="${y + 400}" width="440" height="250" rx="20" fill="#3b444a"/><rect x="${x + 92}" y="${y + 420}" width="396" height="210" rx="12" fill="#7fa0b0" opacity="0.55"/><rect x="${x + 440}" y="${y + 490}" width="26" height="90" rx="12" fill="#d8dcde"/>`,
      ]
    : [0, 1, 2, 3, 4, 5].map(
        (key) =>
          `<rect x="${870 + (key % 2) * 130}" y="${390 + Math.floor(key / 2) * 96}" width="100" height="64" rx="14" fill="${key === 5 ? accent : '#5c666c'}"/><rect x="${870 + (key % 2) * 130}" y="${390 + Math.floor(key / 2) * 96}" width="100" height="24" rx="12" fill="#fff" opacity="0.18"/>`,
      );
  const lamp = `<circle cx="${x + w - 60}" cy="${y + h - 46}" r="11" fill="#59e08a"/><circle cx="${x + w - 96}" cy="${y + h - 46}" r="11" fill="#d9d4c6"/>`;
  return {
    ground: '#e6e8e6',
    layers: [
      { shapes: back, blur: 14 },
      { shapes: [...table, ...body, ...keys, lamp], blur: 0 },
    ],
    words: [{ text: label, x: x + 60, y: y + h - 62, size: 30, bold: true, color: '#4c555b' }],
  };
}

/** The bench: shelves out of focus, a microscope and racks in front. */
export function bench(dice: Dice): Scene {
  const bottles = [0, 1, 2].flatMap((shelf) => [
    `<rect y="${190 + shelf * 190}" width="1440" height="18" fill="#8d8578"/>`,
    ...Array.from({ length: 15 }, (_, index) => {
      const tall = dice.whole(70, 140);
      return `<rect x="${index * 96 + dice.whole(0, 30)}" y="${190 + shelf * 190 - tall}" width="${dice.whole(40, 66)}" height="${tall}" rx="10" fill="${dice.pick(['#7fa7c2', '#c98d52', '#8fb79a', '#e4e2d8', '#a3563f', '#5f6f8a'])}" opacity="0.9"/>`;
    }),
  ]);
  const [x, tone] = [dice.whole(300, 520), dice.pick(['#20262b', '#e9ecec'])];
  const scope = `<g fill="${tone}" stroke="#555e63" stroke-width="3"><path d="M${x} 880h330q20 0 20 26v24h-370v-24q0 -26 20 -26z"/><path d="M${x + 230} 890v-420q0 -60 60 -60h20q40 0 40 50v430z"/><rect x="${x + 40}" y="740" width="230" height="24" rx="6"/><path d="M${x + 110} 470h150l60 40v60h-210z"/><rect x="${x + 130}" y="570" width="46" height="110" rx="8"/><rect x="${x + 188}" y="570" width="38" height="84" rx="8"/><path d="M${x + 60} 330l70 -34 70 150 -64 34z"/><rect x="${x + 34}" y="286" width="104" height="46" rx="12" transform="rotate(-26 ${x + 86} 309)"/></g><circle cx="${x + 155}" cy="720" r="46" fill="#fff3c4" opacity="0.55"/>`;
  const rack = Array.from(
    { length: 8 },
    (_, index) =>
      `<rect x="${850 + index * 58}" y="660" width="36" height="210" rx="17" fill="#e8f0f4" opacity="0.85"/><rect x="${850 + index * 58}" y="${dice.whole(740, 800)}" width="36" height="${70 + dice.whole(0, 40)}" rx="17" fill="${dice.pick(['#d8594c', '#e6b43c', '#4c8fd0', '#59a878'])}" opacity="0.9"/><rect x="${846 + index * 58}" y="640" width="44" height="34" rx="8" fill="${dice.pick(['#2b5f93', '#b5483c'])}"/>`,
  );
  return {
    ground: '#d7d9d4',
    layers: [
      {
        shapes: [
          gradient('w', '#e9eef0', '#c9cfcf'),
          `<rect width="${width}" height="${height}" fill="url(#w)"/>`,
          ...bottles,
        ],
        blur: 13,
      },
      {
        shapes: [
          gradient('t', '#f1f2f1', '#aab2b4'),
          '<rect y="880" width="1440" height="200" fill="url(#t)"/>',
          '<ellipse cx="560" cy="930" rx="300" ry="24" opacity="0.25"/>',
          scope,
          ...rack,
          '<path d="M830 790h490v34h-490zM830 862h490v26h-490z" fill="#9fb3bf" opacity="0.85"/>',
        ],
        blur: 1,
      },
    ],
    words: [],
  };
}

/** A prize on dark cloth, under one lamp. */
export function trophy(dice: Dice, lines: readonly string[]): Scene {
  const [dark, glow] = dice.pick([
    ['#1c0f12', '#6b2a2f'],
    ['#0e1524', '#2f4a78'],
    ['#12180f', '#4a5f34'],
  ] as const);
  const gold = gradient('g', '#f7e3a4', '#a9752a', true);
  return {
    ground: dark,
    layers: [
      { shapes: [`<ellipse cx="720" cy="420" rx="760" ry="560" fill="${glow}" opacity="0.9"/>`], blur: 90 },
      {
        shapes: [
          gold + gradient('c', '#ffffff', '#9fb8cc'),
          '<ellipse cx="720" cy="980" rx="380" ry="44" opacity="0.5"/>',
          '<path d="M470 860h500l40 110h-580z" fill="#241a12" stroke="#7d5d1e" stroke-width="5"/>',
          '<rect x="560" y="886" width="320" height="56" fill="url(#g)"/>',
          dice.chance(0.5)
            ? '<path d="M560 860L600 220L720 130L840 220L880 860Z" fill="url(#c)" opacity="0.82"/><path d="M720 130L840 220L880 860H720Z" fill="#5f86a6" opacity="0.35"/><path d="M600 220L640 260L620 800" stroke="#fff" stroke-width="8" opacity="0.6" fill="none"/>'
            : '<path d="M540 200h360q10 330 -150 380v170h90v110h-240v-110h90v-170q-160 -50 -150 -380z" fill="url(#g)"/><path d="M540 240q-120 0 -100 120q14 100 128 120M900 240q120 0 100 120q-14 100 -128 120" fill="none" stroke="#c99a45" stroke-width="26"/><path d="M600 230q0 220 60 290" stroke="#fff" stroke-width="20" opacity="0.5" fill="none"/>',
        ],
        blur: 0.8,
      },
    ],
    words: [
      { text: lines[0] ?? '', x: 720, y: 898, size: 30, bold: true, color: '#4a3210', align: 'centre' },
      {
        text: lines.slice(1).join('\n'),
        x: 720,
        y: 400,
        size: 42,
        bold: true,
        color: '#5a4312',
        align: 'centre',
        leading: 1.1,
      },
    ],
  };
}

function n(value: number): number {
  return Math.round(value * 10) / 10;
}
