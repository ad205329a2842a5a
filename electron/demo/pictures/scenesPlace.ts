import type { Dice } from '../random.ts';
import { SCENE, type Scene } from './scene.ts';

const { width, height } = SCENE;

/** Down a corridor of clean rooms. */
export function corridor(dice: Dice): Scene {
  const [x, y] = [720 + dice.whole(-90, 90), 470];
  const floor = dice.pick(['#7fa6b8', '#9fb59a', '#b9b4a6']);
  const gradients = gradient('f', floor, '#e9eef0') + gradient('w', '#f5f7f7', '#cfd8dc', true);
  const shapes = [
    gradients,
    `<path d="M0 0H1440L${x + 120} ${y - 90}H${x - 120}Z" fill="#eef2f3"/>`,
    `<path d="M0 1080H1440L${x + 120} ${y + 110}H${x - 120}Z" fill="url(#f)"/>`,
    `<path d="M0 0L${x - 120} ${y - 90}V${y + 110}L0 1080Z" fill="url(#w)"/><path d="M1440 0L${x + 120} ${y - 90}V${y + 110}L1440 1080Z" fill="#dfe6e8"/>`,
    `<rect x="${x - 120}" y="${y - 90}" width="240" height="200" fill="#c3d0d6"/><rect x="${x - 62}" y="${y - 58}" width="124" height="168" fill="#8fa7b3"/><rect x="${x - 40}" y="${y - 40}" width="36" height="70" fill="#dcebf2"/><rect x="${x + 4}" y="${y - 40}" width="36" height="70" fill="#dcebf2"/>`,
  ];
  const deep = (share: number, side: number) =>
    x + side * (120 + (side < 0 ? x - 120 : 1440 - x - 120) * share);
  const wallY = (share: number, edge: number) =>
    y + edge * (edge < 0 ? 90 + (y - 90) * share : 110 + (970 - y) * share);
  for (const side of [-1, 1]) {
    for (const [near, far] of [
      [0.92, 0.56],
      [0.46, 0.28],
      [0.22, 0.1],
    ] as const) {
      const corners = [
        [near, -0.55],
        [far, -0.55],
        [far, 0.35],
        [near, 0.35],
      ].map(([share = 0, edge = 0]) => `${deep(share, side)} ${wallY(share, edge)}`);
      shapes.push(
        `<path d="M${corners.join('L')}Z" fill="#a9c9d8" stroke="#8b9aa2" stroke-width="6"/><path d="M${corners[0]}L${corners[1]}L${corners[2]}Z" fill="#fff" opacity="0.28"/>`,
      );
    }
    shapes.push(
      `<path d="M${deep(1, side)} ${wallY(1, 0.5)}L${deep(0, side)} ${wallY(0, 0.5)}" stroke="#6d8a98" stroke-width="10"/>`,
    );
  }
  const lamps = [0.9, 0.55, 0.3, 0.12].map((share) => {
    const top = y - 90 - (y - 90) * share;
    const half = 40 + 190 * share;
    return `<path d="M${x - half} ${top}h${2 * half}l${-half * 0.16} ${46 * share + 6}h${-2 * half + half * 0.32}Z" fill="#fff"/>`;
  });
  const shine = [0.85, 0.5, 0.25].map(
    (share) =>
      `<ellipse cx="${x}" cy="${y + 110 + 850 * share}" rx="${60 + 260 * share}" ry="${10 + 50 * share}" fill="#fff" opacity="0.35"/>`,
  );
  return {
    ground: '#dfe6e8',
    layers: [
      { shapes: [...shapes, ...shine], blur: 2.4 },
      { shapes: lamps, blur: 1.2 },
    ],
    words: [],
  };
}

const SKIES = {
  day: ['#5e9bd2', '#dcebf5', '#7f9bb2', '#bcd6e6'],
  dusk: ['#243a66', '#f0a365', '#33415f', '#ffd98a'],
  haze: ['#9fb0bc', '#e8e6df', '#7c8890', '#c9d3d8'],
} as const;

/** Buildings of a campus under a sky of day, dusk or haze. */
export function skyline(dice: Dice, sky: 'day' | 'dusk' | 'haze'): Scene {
  const [high, low, glass, lit] = SKIES[sky];
  const far = Array.from({ length: 16 }, (_, index) => {
    const top = dice.between(380, 620);
    return `<rect x="${index * 92 - 20}" y="${n(top)}" width="${dice.whole(60, 100)}" height="${n(900 - top)}" fill="${glass}" opacity="0.35"/>`;
  });
  const near: string[] = [];
  for (let x = -30; x < width; ) {
    const wide = dice.whole(150, 260);
    const top = dice.between(260, 640);
    near.push(
      `<rect x="${x}" y="${n(top)}" width="${wide}" height="${n(900 - top)}" fill="${glass}"/><rect x="${x}" y="${n(top)}" width="${Math.floor(wide * 0.28)}" height="${n(900 - top)}" fill="#fff" opacity="0.14"/>`,
    );
    for (let row = top + 24; row < 850; row += 34) {
      for (let column = x + 16; column < x + wide - 24; column += 34) {
        near.push(
          `<rect x="${column}" y="${n(row)}" width="22" height="20" fill="${dice.chance(0.45) ? lit : '#22303f'}" opacity="${dice.chance(0.5) ? 0.9 : 0.5}"/>`,
        );
      }
    }
    x += wide + dice.whole(14, 60);
  }
  const trees = Array.from(
    { length: 46 },
    () =>
      `<circle cx="${n(dice.between(0, width))}" cy="${n(dice.between(850, 900))}" r="${n(dice.between(30, 58))}" fill="${dice.pick(['#3f6b45', '#4f7f4e', '#2f5538'])}"/>`,
  );
  return {
    ground: low,
    layers: [
      {
        shapes: [gradient('s', high, low), `<rect width="${width}" height="900" fill="url(#s)"/>`, ...far],
        blur: 6,
      },
      {
        shapes: [
          ...near,
          ...trees,
          '<rect y="900" width="1440" height="180" fill="#8b9a86"/><path d="M0 990H1440V1080H0Z" fill="#b9bab4"/><path d="M0 1032H1440" stroke="#f3f3ee" stroke-width="7" stroke-dasharray="80 50"/>',
        ],
        blur: 1,
      },
    ],
    words: [],
  };
}

/** A hall from the last rows: heads, a stage, a screen with the title of the day. */
export function hall(dice: Dice, title: string): Scene {
  const tint = dice.pick(['#1d4f86', '#7a2323', '#1f5f52']);
  const back = [
    gradient('h', '#3b2c22', '#141013'),
    `<rect width="${width}" height="${height}" fill="url(#h)"/>`,
    ...Array.from(
      { length: 9 },
      (_, index) =>
        `<circle cx="${90 + index * 158}" cy="${60 + (index % 2) * 30}" r="20" fill="#ffe9bd"/><circle cx="${90 + index * 158}" cy="${60 + (index % 2) * 30}" r="74" fill="#ffdf9e" opacity="0.16"/>`,
    ),
    '<path d="M0 560H1440V700H0Z" fill="#5a4636"/><path d="M120 560H1320V600H120Z" fill="#8a6c50"/>',
  ];
  const stage = [
    gradient('p', tint, '#0b1626'),
    '<rect x="300" y="150" width="840" height="390" fill="url(#p)" stroke="#f4efe2" stroke-width="6"/>',
    '<circle cx="1060" cy="240" r="150" fill="none" stroke="#fff" opacity="0.14" stroke-width="3"/><circle cx="1060" cy="240" r="100" fill="none" stroke="#fff" opacity="0.14" stroke-width="3"/>',
    '<rect x="190" y="470" width="70" height="110" fill="#6b5340"/><circle cx="225" cy="420" r="24" fill="#d8ab88"/><path d="M190 480q35 -50 70 0v40h-70z" fill="#24303f"/>',
    ...Array.from(
      { length: 7 },
      (_, index) =>
        `<circle cx="${350 + index * 122}" cy="574" r="22" fill="${dice.pick(['#c0392b', '#e0b13c', '#e9e4da'])}"/><circle cx="${372 + index * 122}" cy="582" r="20" fill="#3f6b45"/>`,
    ),
  ];
  const rows = [0, 1, 2, 3].flatMap((row) =>
    Array.from({ length: 12 - row * 2 }, (_, seat) => {
      const scale = 1 + row * 0.55;
      const x = (seat + 0.5 + (row % 2) * 0.4) * (width / (12 - row * 2)) + dice.between(-14, 14);
      return fromBehind(dice, x, 690 + row * 105, scale);
    }),
  );
  const lines =
    title.length > 13
      ? `${title.slice(0, Math.ceil(title.length / 2))}\n${title.slice(Math.ceil(title.length / 2))}`
      : title;
  return {
    ground: '#141013',
    layers: [
      { shapes: back, blur: 7 },
      { shapes: [...stage, ...rows], blur: 0 },
    ],
    words: [
      {
        text: lines,
        x: 720,
        y: lines.includes('\n') ? 270 : 310,
        size: 54,
        bold: true,
        color: '#fdfaf0',
        align: 'centre',
        leading: 1.05,
      },
    ],
  };
}

/** Hills in layers over a river. */
export function riverside(dice: Dice): Scene {
  const [sky, light] = dice.pick([
    ['#8fb7d8', '#f3efe2'],
    ['#e7b98a', '#f9ead2'],
    ['#a9bcc4', '#eceeea'],
  ] as const);
  const ridges = [0, 1, 2, 3].map((layer) => {
    const color = ['#a8bcc6', '#7f9ea6', '#56807c', '#35614f'][layer] ?? '#35614f';
    const [a, b, c] = [dice.between(0.002, 0.005), dice.between(0.006, 0.012), dice.between(0, 6)];
    const points = Array.from({ length: 49 }, (_, index) => {
      const x = index * 30;
      return `${x} ${n(430 + layer * 84 - Math.sin(x * a + c) * 80 - Math.sin(x * b + c * 2) * 34)}`;
    });
    return `<path d="M0 900L${points.join('L')}L1440 900Z" fill="${color}" opacity="0.92"/>`;
  });
  const ripples = Array.from(
    { length: 90 },
    () =>
      `<path d="M${n(dice.between(0, width))} ${n(dice.between(800, 1070))}h${n(dice.between(40, 190))}" stroke="#fff" stroke-width="${n(dice.between(1.5, 4))}" opacity="${n(dice.between(0.1, 0.4))}"/>`,
  );
  return {
    ground: light,
    layers: [
      {
        shapes: [
          gradient('s', sky, light),
          `<rect width="${width}" height="700" fill="url(#s)"/><circle cx="${dice.whole(240, 1200)}" cy="190" r="70" fill="#fffbe8" opacity="0.85"/>`,
          ...ridges.slice(0, 2),
        ],
        blur: 5,
      },
      {
        shapes: [
          ...ridges.slice(2),
          gradient('r', '#7fa3a8', '#c6d3cf'),
          '<path d="M0 780H1440V1080H0Z" fill="url(#r)"/>',
          ...ripples,
          '<path d="M0 1080V1010Q300 960 640 1040T1440 1000V1080Z" fill="#2c4a38"/>',
        ],
        blur: 1.2,
      },
    ],
    words: [],
  };
}

/** Somebody seen from behind. */
export function fromBehind(dice: Dice, x: number, y: number, scale: number): string {
  const coat = dice.pick(['#1d2430', '#2a2f3a', '#3a2f2c', '#f1f3f4', '#27384c', '#4a3b46']);
  const hair = dice.pick(['#0f0d0d', '#1b1614', '#2a201b', '#4b4744']);
  const [w, h] = [62 * scale, 58 * scale];
  return `<path d="M${n(x - w)} ${n(y + h * 2.6)}q${n(w * 0.1)} ${n(-h * 1.6)} ${n(w)} ${n(-h * 1.7)}q${n(w * 0.9)} ${n(h * 0.1)} ${n(w)} ${n(h * 1.7)}z" fill="${coat}"/><rect x="${n(x - 13 * scale)}" y="${n(y + 26 * scale)}" width="${n(26 * scale)}" height="${n(36 * scale)}" fill="#c99b7a"/><ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(31 * scale)}" ry="${n(38 * scale)}" fill="${hair}"/>`;
}

export function gradient(id: string, from: string, to: string, across = false): string {
  const end = across ? 'x2="1" y2="0"' : 'x2="0" y2="1"';
  return `<defs><linearGradient id="${id}" x1="0" y1="0" ${end}><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs>`;
}

function n(value: number): number {
  return Math.round(value * 10) / 10;
}
