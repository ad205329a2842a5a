import sharp from 'sharp';
import { type LooseBlob, nameBlob } from '#db/files/store.ts';
import { insertItem, setLinks } from '#db/items/queries.ts';
import { insertFile, insertRecord, setArchived, takeNumber } from '#db/records/writes.ts';
import { type Writer, type WriteTx, write } from '#db/write.ts';
import type { OpenVault } from '#electron/vault/session.ts';
import type { Level, Tier } from '#shared/confidentiality/levels.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import { type Id, newId } from '#shared/ids.ts';
import { CATEGORIES } from '#shared/records/category.ts';
import { RETENTIONS } from '#shared/records/retention.ts';
import { benchTitles, seededRandom } from './titles.ts';

/** Records in one transaction, as an import or a bulk edit would write them. */
const BATCH = 500;
const PROJECTS = 40;
const PEOPLE = 200;
/** Different thumbnails of each tier; records share them, so that the file store stays out of what is measured. */
const PICTURES = 200;
const KEYWORDS =
  '评审 伦理 采购 校准 随访 入组 质控 样本 冷链 备案 转让 许可 年报 预算 决算 培训 考察 签约 揭牌 巡检 鉴定 结题 立项 开题 中期 验收 归还 借阅 翻译 公证'.split(
    ' ',
  );
const FIRST_DAY = Date.UTC(2016, 0, 1);

/** Of ten records, by level: most are of the lowest tier, some of each higher one. */
const LEVELS: readonly Level[] = [
  'INTERNAL',
  'PUBLIC',
  'INTERNAL',
  'TRADE_SECRET',
  'INTERNAL',
  'PUBLIC',
  'INTERNAL',
  'TRADE_SECRET',
  'INTERNAL',
  'CORE_TRADE_SECRET',
];
const TIER_OF: Record<Level, Tier> = {
  PUBLIC: 'register',
  INTERNAL: 'register',
  TRADE_SECRET: 'secret',
  CORE_TRADE_SECRET: 'core',
};

export type Filled = { titles: readonly string[]; seconds: number };

/**
 * Fills an open vault with records of all levels, through the one door for writes: fields, links to projects and people, one
 * picture file each, two thirds archived with a 档号. The same titles and fields for the same count.
 */
export async function fillVault(vault: OpenVault, count: number): Promise<Filled> {
  const begun = performance.now();
  const random = seededRandom(7);
  const { titles } = benchTitles(count);
  const clock = { at: FIRST_DAY };
  const writer: Writer = { ...vault.writer, now: () => clock.at, changed: () => undefined };
  const ends = insertEnds(vault, writer);
  const pictures = await storePictures(vault);
  const waiting = new Map<Tier, Planned[]>();
  const flush = (tier: Tier): void => {
    const planned = waiting.get(tier) ?? [];
    waiting.set(tier, []);
    clock.at += 1000 * Math.floor(1 + random() * 600);
    const file = vault.tiers.get(tier);
    const stored = pictures.get(tier);
    if (!file || !stored || planned.length === 0) return;
    write(file, writer, { verb: 'record.create' }, (tx) => {
      for (const each of planned) insertOne(tx, each, ends, stored, random);
    });
  };
  for (const [index, title] of titles.entries()) {
    const level = LEVELS[index % LEVELS.length] ?? 'INTERNAL';
    const tier = TIER_OF[level];
    const planned = waiting.get(tier) ?? [];
    planned.push({ title, level, index });
    waiting.set(tier, planned);
    if (planned.length === BATCH) flush(tier);
  }
  for (const tier of waiting.keys()) flush(tier);
  return { titles, seconds: (performance.now() - begun) / 1000 };
}

type Planned = { title: string; level: Level; index: number };
type Ends = { projects: readonly Id[]; people: readonly Id[] };

function insertOne(
  tx: WriteTx,
  { title, level, index }: Planned,
  { projects, people }: Ends,
  pictures: readonly LooseBlob[],
  random: () => number,
): void {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const id = newId();
  const year = 2005 + Math.floor(random() * 21);
  const docDate =
    random() < 0.05
      ? null
      : `${year}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
  const category = random() < 0.6 ? 'WS' : pick(CATEGORIES);
  insertItem(tx, {
    id,
    kind: 'record',
    title,
    level,
    term: defaultTerm(level),
    levelFrom: docDate,
    basis: level.endsWith('TRADE_SECRET') ? '合作协议第七条' : '',
    personalInfo: random() < 0.1,
  });
  insertRecord(tx, id, {
    docDate,
    year,
    category,
    responsible: `${pick(['秘书处', '影像中心', '转化办公室', '实验一组'])}`,
    retention: pick(RETENTIONS),
    originalForm: 'BORN_DIGITAL',
    description: random() < 0.3 ? `${title}，由联合体成员单位共同完成，材料齐全，已核对。` : '',
    keywords: random() < 0.3 ? [pick(KEYWORDS), pick(KEYWORDS)] : [],
  });
  if (random() < 0.6) setLinks(tx, id, 'PROJECT', [{ id: pick(projects), kind: 'project' }]);
  if (random() < 0.3) {
    const linked = new Set([pick(people), pick(people)]);
    setLinks(
      tx,
      id,
      'PERSON',
      [...linked].map((person) => ({ id: person, kind: 'person' as const })),
    );
  }
  insertPicture(tx, id, index, pictures);
  if (random() < 0.67) {
    const series = `${tx.tier.tier}-${category}`;
    const number = takeNumber(tx, series);
    const refCode = `Z001-${category}·${year}·D30-${tx.tier.tier.slice(0, 1).toUpperCase()}${String(number).padStart(6, '0')}`;
    setArchived(tx, id, { refCode, series, number });
  }
}

function insertPicture(tx: WriteTx, id: Id, index: number, pictures: readonly LooseBlob[]): void {
  const stored = pictures[index % pictures.length];
  if (!stored) return;
  const blob = nameBlob(tx, stored).no;
  insertFile(tx, {
    id: newId(),
    itemId: id,
    blob,
    name: `IMG_${String(index).padStart(6, '0')}.webp`,
    role: 'ORIGINAL',
    position: 0,
    mediaType: 'image/webp',
    kind: 'image',
    width: 480,
    height: 360,
    takenAt: null,
    camera: null,
    gps: null,
    durationMs: null,
    pages: null,
    problems: [],
    thumbnail: blob,
    preview: null,
    addedAt: tx.at,
  });
}

/** The other ends of links: projects and people of the lowest tier. */
function insertEnds(vault: OpenVault, writer: Writer): Ends {
  const ends = { projects: [] as Id[], people: [] as Id[] };
  const spine = { level: 'INTERNAL', term: 'P3Y', levelFrom: null, basis: '', personalInfo: false } as const;
  write(vault.register, writer, { verb: 'project.create' }, (tx) => {
    const project = tx.tier.sqlite.prepare('insert into project (id, code) values (?, ?)');
    const person = tx.tier.sqlite.prepare('insert into person (id, position) values (?, ?)');
    for (let index = 0; index < PROJECTS; index++) {
      const id = newId();
      insertItem(tx, { ...spine, id, kind: 'project', title: `转化项目${index + 1}` });
      project.run(id, `P${index + 1}`);
      ends.projects.push(id);
    }
    for (let index = 0; index < PEOPLE; index++) {
      const id = newId();
      insertItem(tx, { ...spine, id, kind: 'person', title: `张${index + 1}` });
      person.run(id, '研究员');
      ends.people.push(id);
    }
  });
  return ends;
}

async function storePictures(vault: OpenVault): Promise<Map<Tier, LooseBlob[]>> {
  const images = await Promise.all(
    Array.from({ length: PICTURES }, (_, index) =>
      sharp({ create: { width: 48, height: 36, channels: 3, background: { r: index, g: 90, b: 200 } } })
        .webp()
        .toBuffer(),
    ),
  );
  const stored = new Map<Tier, LooseBlob[]>();
  for (const tier of vault.tiers.keys()) {
    const blobs: LooseBlob[] = [];
    for (const image of images) blobs.push(await vault.store.storeBytes(tier, image));
    await vault.store.sync(tier);
    stored.set(tier, blobs);
  }
  return stored;
}
