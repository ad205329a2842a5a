import type { Dice } from '../random.ts';
import { SCENE, type Scene } from './scene.ts';

const { width, height } = SCENE;

/** Stained tissue: glands of nuclei round a clear middle, fibres between them. */
export function tissue(dice: Dice, stain: 'he' | 'brown'): Scene {
  const [nucleus, fibre, ground] =
    stain === 'he' ? ['#5a3479', '#e39ab6', '#f2d3e0'] : ['#6b4a2c', '#b9c3d6', '#e6e6ea'];
  const fibres = Array.from({ length: 150 }, () => {
    const [x, y] = [dice.between(-80, width), dice.between(-40, height)];
    const bend = dice.between(-60, 60);
    return `<path d="M${n(x)} ${n(y)}q60 ${n(bend)} 130 ${n(bend / 3)}t140 ${n(-bend / 2)}" stroke="${fibre}" stroke-width="${n(dice.between(3, 15))}" opacity="${n(dice.between(0.2, 0.55))}" fill="none"/>`;
  });
  const glands = Array.from({ length: 17 }, () =>
    gland(dice, dice.between(0, width), dice.between(0, height), nucleus, stain),
  );
  const strays = Array.from({ length: 230 }, () =>
    nucleusAt(dice, dice.between(0, width), dice.between(0, height), dice.between(4, 8), nucleus),
  );
  return {
    ground,
    layers: [
      { shapes: fibres, blur: 2.2 },
      { shapes: [...glands.flat(), ...strays], blur: 0.9 },
    ],
    words: [scaleBar('100 μm', '#2a2430')],
  };
}

function gland(dice: Dice, x: number, y: number, nucleus: string, stain: 'he' | 'brown'): string[] {
  const radius = dice.between(55, 125);
  const squeeze = dice.between(0.6, 1);
  const marked = stain === 'brown' && dice.chance(0.6);
  const shapes = [
    `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(radius * 1.18)}" ry="${n(radius * squeeze * 1.18)}" fill="${marked ? '#a86a35' : stain === 'he' ? '#cf7fa6' : '#c4cbdc'}" opacity="0.55"/>`,
    `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(radius * 0.55)}" ry="${n(radius * squeeze * 0.55)}" fill="#fdf6f8" opacity="0.9"/>`,
  ];
  for (let ring = 0; ring < 2; ring += 1) {
    const reach = radius * (0.78 + ring * 0.22);
    for (let angle = 0; angle < 6.28; angle += dice.between(0.13, 0.26)) {
      shapes.push(
        nucleusAt(
          dice,
          x + reach * Math.cos(angle),
          y + reach * squeeze * Math.sin(angle),
          dice.between(7, 11),
          nucleus,
        ),
      );
    }
  }
  return shapes;
}

function nucleusAt(dice: Dice, x: number, y: number, size: number, color: string): string {
  return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(size * dice.between(0.9, 1.5))}" ry="${n(size * dice.between(0.6, 0.95))}" transform="rotate(${dice.whole(0, 180)} ${n(x)} ${n(y)})" fill="${color}" opacity="${n(dice.between(0.55, 0.9))}"/>`;
}

/** Cultured cells under fluorescence: nuclei, cell bodies, foci. */
export function fluorescence(dice: Dice): Scene {
  const body = dice.pick(['#2fd07a', '#e0573f', '#d9c93c']);
  const gradients = `<defs><radialGradient id="b"><stop offset="0" stop-color="${body}" stop-opacity="0.85"/><stop offset="0.6" stop-color="${body}" stop-opacity="0.35"/><stop offset="1" stop-color="${body}" stop-opacity="0"/></radialGradient><radialGradient id="k"><stop offset="0" stop-color="#8fb2ff"/><stop offset="0.75" stop-color="#3f63e6" stop-opacity="0.95"/><stop offset="1" stop-color="#2a3fb0" stop-opacity="0"/></radialGradient></defs>`;
  const cells = Array.from({ length: 62 }, () => ({
    x: dice.between(0, width),
    y: dice.between(0, height),
    turn: dice.whole(0, 180),
    long: dice.between(80, 160),
    wide: dice.between(34, 70),
  }));
  const bodies = cells.map(
    ({ x, y, turn, long, wide }) =>
      `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(long)}" ry="${n(wide)}" transform="rotate(${turn} ${n(x)} ${n(y)})" fill="url(#b)"/>`,
  );
  const threads = cells.flatMap(({ x, y, turn, long }) =>
    Array.from(
      { length: 5 },
      (_, index) =>
        `<path d="M${n(x - long * 0.8)} ${n(y + (index - 2) * 8)}q${n(long * 0.8)} ${n((index - 2) * 14)} ${n(long * 1.6)} 0" transform="rotate(${turn} ${n(x)} ${n(y)})" stroke="${body}" stroke-width="2" opacity="0.4" fill="none"/>`,
    ),
  );
  const cores = cells.map(
    ({ x, y, turn }) =>
      `<ellipse cx="${n(x)}" cy="${n(y)}" rx="31" ry="23" transform="rotate(${turn} ${n(x)} ${n(y)})" fill="url(#k)"/>`,
  );
  const foci = cells.flatMap(({ x, y }) =>
    Array.from(
      { length: dice.whole(0, 6) },
      () =>
        `<circle cx="${n(x + dice.between(-22, 22))}" cy="${n(y + dice.between(-16, 16))}" r="${n(dice.between(2, 4))}" fill="#ff8ad0"/>`,
    ),
  );
  return {
    ground: '#04060a',
    layers: [
      { shapes: [gradients, ...bodies], blur: 5 },
      { shapes: [gradients, ...threads, ...cores, ...foci], blur: 1 },
    ],
    words: [scaleBar('50 μm', '#f0f2f5')],
  };
}

/** A scanned chip: blocks of spots from dark over green and yellow to red. */
export function chip(dice: Dice): Scene {
  const shapes: string[] = [];
  const colors = ['#0d2b12', '#176324', '#2fae3c', '#b8cf2f', '#e6a52b', '#e2452c'];
  for (let block = 0; block < 12; block += 1) {
    const [left, top] = [70 + (block % 4) * 335, 60 + Math.floor(block / 4) * 335];
    for (let spot = 0; spot < 256; spot += 1) {
      if (dice.chance(0.12)) continue;
      const color = colors[Math.min(5, Math.floor(dice.next() ** 1.7 * 6))] ?? '#176324';
      shapes.push(
        `<circle cx="${left + (spot % 16) * 19}" cy="${top + Math.floor(spot / 16) * 19}" r="${n(dice.between(5.5, 7.6))}" fill="${color}"/>`,
      );
    }
  }
  return { ground: '#030503', layers: [{ shapes, blur: 1.2 }], words: [] };
}

/** Bands in a gel, with a ladder at the left. */
export function gel(dice: Dice): Scene {
  const isDark = dice.chance(0.5);
  const [ground, band] = isDark ? ['#15171b', '#f2f4f6'] : ['#c9ccd0', '#26282c'];
  const marks = [150, 250, 340, 430, 540, 640, 760, 880];
  const shapes = [
    `<rect x="60" y="40" width="1320" height="1000" fill="${isDark ? '#1e2126' : '#d6d8db'}"/>`,
  ];
  for (let lane = 0; lane < 12; lane += 1) {
    const x = 100 + lane * 106;
    shapes.push(
      `<rect x="${x}" y="66" width="76" height="16" rx="3" fill="none" stroke="${band}" opacity="0.4" stroke-width="2"/>`,
    );
    const rows = lane === 0 ? marks : dice.shuffled(marks).slice(0, dice.whole(1, 3));
    for (const y of rows) {
      const thick = lane === 0 ? 9 : dice.between(10, 26);
      shapes.push(
        `<rect x="${x}" y="${n(y + dice.between(-8, 8))}" width="76" height="${n(thick)}" rx="${n(thick / 2)}" fill="${band}" opacity="${n(dice.between(0.45, 0.98))}"/>`,
      );
    }
  }
  return { ground, layers: [{ shapes, blur: 4 }], words: [] };
}

/** A plate of 96 wells on the bench. */
export function plate(dice: Dice): Scene {
  const hues = dice.pick([
    ['#f7f3d8', '#e8c21e'],
    ['#e9f1f8', '#2b6fb8'],
    ['#fbe9ec', '#c8455f'],
  ] as const);
  const shapes = [
    '<g transform="rotate(-5 720 540)">',
    '<rect x="120" y="130" width="1200" height="830" rx="40" fill="#000" opacity="0.35"/>',
    '<rect x="104" y="104" width="1216" height="834" rx="42" fill="#eef0f1"/>',
    '<rect x="128" y="128" width="1168" height="786" rx="30" fill="#dfe3e5"/>',
  ];
  for (let well = 0; well < 96; well += 1) {
    const [column, row] = [well % 12, Math.floor(well / 12)];
    const [x, y] = [182 + column * 96, 178 + row * 98];
    const strength = Math.min(1, Math.max(0, (column / 11) * dice.between(0.75, 1.2) - row * 0.02));
    shapes.push(
      `<circle cx="${x}" cy="${y}" r="40" fill="#b9c0c4"/><circle cx="${x}" cy="${y}" r="35" fill="${hues[0]}"/><circle cx="${x}" cy="${y}" r="35" fill="${hues[1]}" opacity="${n(strength)}"/>`,
      `<ellipse cx="${x - 10}" cy="${y - 13}" rx="13" ry="7" fill="#fff" opacity="0.65" transform="rotate(-35 ${x - 10} ${y - 13})"/>`,
    );
  }
  return {
    ground: '#5f6b73',
    layers: [
      {
        shapes: [
          '<rect width="1440" height="1080" fill="#59656e"/><rect y="0" width="1440" height="300" fill="#8b979d" opacity="0.7"/>',
        ],
        blur: 60,
      },
      { shapes: [...shapes, '</g>'], blur: 0.8 },
    ],
    words: [],
  };
}

/** Frozen tubes in a box, seen from above. */
export function cryobox(dice: Dice): Scene {
  const caps = ['#d8504a', '#3f7fc0', '#e2b33c', '#4da36a', '#f0f0ee', '#8a62a8'];
  const shapes = [
    '<g transform="rotate(4 720 540)">',
    '<rect x="170" y="10" width="1100" height="1070" rx="18" fill="#c9d3da"/>',
  ];
  for (let tube = 0; tube < 81; tube += 1) {
    const [x, y] = [250 + (tube % 9) * 118, 80 + Math.floor(tube / 9) * 116];
    shapes.push(
      `<rect x="${x - 54}" y="${y - 53}" width="108" height="106" fill="#aebac3" stroke="#eef3f6" stroke-width="5"/>`,
    );
    if (dice.chance(0.1)) continue;
    const cap = dice.chance(0.7) ? (caps[Math.floor(tube / 27)] ?? '#d8504a') : dice.pick(caps);
    shapes.push(
      `<circle cx="${x + 3}" cy="${y + 5}" r="44" fill="#000" opacity="0.25"/><circle cx="${x}" cy="${y}" r="43" fill="${cap}"/><circle cx="${x}" cy="${y}" r="30" fill="#fff" opacity="0.2"/><circle cx="${x}" cy="${y}" r="20" fill="${cap}" stroke="#000" stroke-opacity="0.25" stroke-width="3"/><path d="M${x - 30} ${y - 22}a40 40 0 0 1 34 -16" stroke="#fff" stroke-width="6" opacity="0.6" fill="none"/>`,
    );
  }
  const frost = Array.from(
    { length: 420 },
    () =>
      `<circle cx="${n(dice.between(160, 1290))}" cy="${n(dice.between(0, 1080))}" r="${n(dice.between(1.5, 6))}" fill="#fff" opacity="${n(dice.between(0.25, 0.8))}"/>`,
  );
  return { ground: '#2b3640', layers: [{ shapes: [...shapes, ...frost, '</g>'], blur: 1.2 }], words: [] };
}

function scaleBar(text: string, color: string): Scene['words'][number] {
  return {
    text: `━━━━\n${text}`,
    x: width - 70,
    y: height - 120,
    size: 34,
    color,
    align: 'right',
    bold: true,
    leading: 0.8,
  };
}

function n(value: number): number {
  return Math.round(value * 100) / 100;
}
