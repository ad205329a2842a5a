/** What a row of a 归档目录 says of its files. Texts as they were written; '' for nothing. */
export type CatalogueNames = {
  /** The column of file names; several in one cell. */
  fileName: string;
  /** 档号, as the catalogue gives it. */
  refCode: string;
  title: string;
  /** 序号. */
  ordinal: string;
};

export type CatalogueMatch = {
  /** By row: the files that are its own, in the order they were given. */
  files: number[][];
  /** By row: names that were written but that no file bears. */
  missing: string[][];
  /** By row: names that more files than one bear; none of them is taken for it. */
  unclear: string[][];
  /** Files that more rows than one claim with the same right. */
  claimed: { file: number; rows: number[] }[];
  /** Files that no row claims. */
  unclaimed: number[];
};

type File = { path: string; name: string; base: string };
type Claim = { row: number; strength: number };

/** The stronger claim to a file wins: its name, its name without ending, the 档号 it begins with, the title, the 序号. */
const STRENGTH = { NAME: 5, BASE: 4, CODE: 3, TITLE: 2, ORDINAL: 1 } as const;

/**
 * Which file belongs to which row. Width, case and composition of names do not matter. A row that writes file names gets
 * those and no others; otherwise the files that begin with its 档号 count (the longest code wins), failing that the one called
 * like its title, failing that those that begin with its 序号. Where two rows claim one file alike, or one name stands for two
 * files, nobody gets it: nothing is guessed.
 */
export function matchCatalogue(rows: readonly CatalogueNames[], paths: readonly string[]): CatalogueMatch {
  const files = paths.map(fileOf);
  const byPath = indexOf(files, ({ path }) => path);
  const byName = indexOf(files, ({ name }) => name);
  const byBase = indexOf(files, ({ base }) => base);
  const claims: Claim[][] = files.map(() => []);
  const missing: string[][] = rows.map(() => []);
  const unclear: string[][] = rows.map(() => []);
  const claim = (file: number, row: number, strength: number) => claims[file]?.push({ row, strength });

  rows.forEach((row, at) => {
    const written = namesIn(row.fileName);
    for (const name of written) {
      const key = plainName(name);
      const found = key.includes('/') ? endingIn(files, byPath, key) : (byName.get(key) ?? []);
      const strength = found.length > 0 ? STRENGTH.NAME : STRENGTH.BASE;
      const named = found.length > 0 ? found : (byBase.get(key) ?? []);
      if (named.length === 0) missing[at]?.push(name);
      else if (named.length > 1) unclear[at]?.push(name);
      else claim(named[0] ?? 0, at, strength);
    }
    if (written.length > 0) return;
    const called = byBase.get(plainName(row.title)) ?? [];
    if (called.length === 1) claim(called[0] ?? 0, at, STRENGTH.TITLE);
  });
  claimByPrefix(
    rows,
    files,
    ({ refCode }) => plainName(refCode),
    (file, row) => claim(file, row, STRENGTH.CODE),
  );
  claimByPrefix(
    rows,
    files,
    ({ ordinal }) => plainNumber(ordinal),
    (file, row) => claim(file, row, STRENGTH.ORDINAL),
  );
  return settle(rows.length, claims, missing, unclear);
}

/** Names in one cell are parted by line ends, semicolons, 、 or |; a comma may stand in a name. */
export function namesIn(cell: string): string[] {
  return [...new Set(cell.split(/[\n;；、|]/).map((name) => name.trim()))].filter((name) => name !== '');
}

function settle(
  count: number,
  claims: readonly Claim[][],
  missing: string[][],
  unclear: string[][],
): CatalogueMatch {
  const result: CatalogueMatch = {
    files: Array.from({ length: count }, () => []),
    missing,
    unclear,
    claimed: [],
    unclaimed: [],
  };
  claims.forEach((all, file) => {
    const best = Math.max(0, ...all.map(({ strength }) => strength));
    const rows = [...new Set(all.filter(({ strength }) => strength === best).map(({ row }) => row))];
    const [only] = rows;
    if (only === undefined) result.unclaimed.push(file);
    else if (rows.length > 1) result.claimed.push({ file, rows: rows.sort((a, b) => a - b) });
    else result.files[only]?.push(file);
  });
  return result;
}

/** Rows that write no file name claim the files whose name begins with their key, where no longer key of another row does. */
function claimByPrefix(
  rows: readonly CatalogueNames[],
  files: readonly File[],
  keyOf: (row: CatalogueNames) => string,
  claim: (file: number, row: number) => void,
): void {
  const byKey = new Map<string, number[]>();
  rows.forEach((row, at) => {
    const key = row.fileName.trim() === '' ? keyOf(row) : '';
    if (key !== '') byKey.set(key, [...(byKey.get(key) ?? []), at]);
  });
  files.forEach(({ base }, file) => {
    const text = /^\d/.test(base) ? base.replace(/^0+(?=\d)/, '') : base;
    for (let length = base.length; length > 0; length -= 1) {
      const found = [base, text].flatMap((start) =>
        length <= start.length && isBoundary(start, length) ? (byKey.get(start.slice(0, length)) ?? []) : [],
      );
      if (found.length === 0) continue;
      for (const row of new Set(found)) claim(file, row);
      return;
    }
  });
}

/** A key ends where the name does, or before a sign that parts words: 0001 is no beginning of 00012, nor 12 of 12月. */
function isBoundary(text: string, at: number): boolean {
  return at === text.length || /[\s\-_.·,()[\]]/.test(text.charAt(at));
}

function fileOf(path: string): File {
  const plain = plainName(path);
  const name = plain.split('/').at(-1) ?? plain;
  return { path: plain, name, base: name.replace(/(?<=.)\.[a-z0-9]{1,8}$/, '') };
}

/** A written path counts from the end: the folder that was picked may lie above or below where the catalogue begins. */
function endingIn(files: readonly File[], byPath: ReadonlyMap<string, number[]>, key: string): number[] {
  const whole = byPath.get(key);
  if (whole) return whole;
  return files.flatMap(({ path }, at) => (path.endsWith(`/${key.replace(/^[./]+/, '')}`) ? [at] : []));
}

function indexOf(files: readonly File[], keyOf: (file: File) => string): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (const [at, file] of files.entries()) index.set(keyOf(file), [...(index.get(keyOf(file)) ?? []), at]);
  return index;
}

function plainName(name: string): string {
  return name.normalize('NFKC').replaceAll('\\', '/').trim().toLowerCase();
}

/** Leading zeros do not count: 001 and 1 are one number. */
function plainNumber(text: string): string {
  const plain = plainName(text);
  return /^\d{1,6}$/.test(plain) ? plain.replace(/^0+(?=\d)/, '') : '';
}
