/**
 * What must not be held at all: the import guard stops it before a byte is stored.
 * - State secrets: 保守国家秘密法 (2024) arts. 29, 31(3) forbid storing them in a system like this one.
 * - 工作秘密 of state organs: art. 64, under rules of their own.
 * - Genome and gene data (人类遗传资源信息): 人类遗传资源管理条例 arts. 9, 27–28 with 实施细则 (2023) art. 2.
 * - DICOM: identifiable patients' images, sensitive personal information (个人信息保护法 art. 28).
 *
 * It reads names, the text layer of the first page and the content of known formats. It cannot read a mark that is only a picture
 * of itself (a scan without text), and says nothing about such a file.
 */
export const GUARD_RULES = ['STATE_SECRET_MARK', 'WORK_SECRET_MARK', 'GENOMIC', 'DICOM'] as const;
export type GuardRule = (typeof GUARD_RULES)[number];

/** Formats of sequencers, genotyping arrays and medical imaging, as told by content. */
export const GUARDED_FORMATS = ['FASTQ', 'SAM', 'BAM', 'CRAM', 'VCF', 'BCF', 'IDAT', 'CEL', 'DICOM'] as const;
export type GuardedFormat = (typeof GUARDED_FORMATS)[number];

export type GuardVerdict =
  | { verdict: 'pass' }
  | {
      verdict: 'stop';
      rule: GuardRule;
      where: 'name' | 'text' | 'content';
      /**
       * May a person declare that the mark is only quoted (training material, an article about marks)? True for marks, never for
       * formats: a genome file is one whatever is declared.
       */
      quotable: boolean;
    };

export type GuardedFile = {
  /** Original file name. */
  name: string;
  /** Names of the folders it lies in, outermost first. */
  folders: readonly string[];
  guardedFormat: GuardedFormat | null;
  /** Null where the file has no text layer that can be read. */
  firstPageText: string | null;
};

/** Formats come first: they can never be overridden, so a quotable mark must not hide one. */
export function guardImport(file: GuardedFile): GuardVerdict {
  if (file.guardedFormat !== null) return stop(ruleOfFormat(file.guardedFormat), 'content');
  const promised = formatOfName(file.name);
  if (promised !== null) return stop(ruleOfFormat(promised), 'name');
  for (const name of [file.name, ...file.folders]) {
    const rule = markInName(name);
    if (rule !== null) return stop(rule, 'name');
  }
  const rule = markInText(file.firstPageText ?? '');
  return rule === null ? { verdict: 'pass' } : stop(rule, 'text');
}

/** A format that must not be held, by the ending of the name, also below a compression's ending ('reads.fastq.gz'). */
export function formatOfName(name: string): GuardedFormat | null {
  const endings = folded(name).toLowerCase().split('.').slice(1);
  if (folded(name).toUpperCase() === 'DICOMDIR') return 'DICOM';
  while (COMPRESSED.has(endings.at(-1) ?? '')) endings.pop();
  return FORMAT_OF_ENDING.get(endings.at(-1) ?? '') ?? null;
}

/**
 * A mark in running text: the level followed by ★ anywhere, or a line that holds a mark and nothing else. The bare words 秘密 or
 * 工作秘密 inside a sentence are no marks, and 商业秘密, 商业机密 never are.
 */
export function markInText(text: string): GuardRule | null {
  const lines = text
    .normalize('NFKC')
    .split(/[\n\r\f\v\u0085\u2028\u2029]/u)
    .map(folded);
  for (const line of lines) {
    const rule = markInLine(line);
    if (rule !== null) return rule;
  }
  return STARRED_ACROSS_LINES.test(lines.filter((line) => line !== '').join('\n'))
    ? 'STATE_SECRET_MARK'
    : null;
}

function markInName(name: string): GuardRule | null {
  const stem = name.replace(/\.[A-Za-z0-9]{1,5}\s*$/, '');
  return markInLine(folded(stem)) ?? markInLine(folded(name));
}

function markInLine(line: string): GuardRule | null {
  if (WORK_SECRET_LINE.test(line)) return 'WORK_SECRET_MARK';
  return STARRED.test(line) || MARK_LINE.test(line) ? 'STATE_SECRET_MARK' : null;
}

/**
 * One spelling for the many of print: full width becomes half width (NFKC), traditional becomes simplified, white space and
 * invisible characters go (GB/T 9704 sets two-character levels with a blank between them: 绝　密).
 */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s|\p{Cf}|\p{Cc}|\uFE0E|\uFE0F|\u115F|\u1160|\u2800/gu, '')
    .replace(/[絕機祕級長開業]/gu, (character) => SIMPLIFIED.get(character) ?? character);
}

function ruleOfFormat(format: GuardedFormat): GuardRule {
  return format === 'DICOM' ? 'DICOM' : 'GENOMIC';
}

function stop(rule: GuardRule, where: 'name' | 'text' | 'content'): GuardVerdict {
  return {
    verdict: 'stop',
    rule,
    where,
    quotable: rule === 'STATE_SECRET_MARK' || rule === 'WORK_SECRET_MARK',
  };
}

const SIMPLIFIED: ReadonlyMap<string, string> = new Map([
  ['絕', '绝'],
  ['機', '机'],
  ['祕', '秘'],
  ['級', '级'],
  ['長', '长'],
  ['開', '开'],
  ['業', '业'],
]);

const LEVEL = '(?:绝密|机密|秘密)';
const TERM = '(?:\\d+|[一二三四五六七八九十]+)(?:年|个?月|日|天)|长期|公布前|公开前';
/** ★ by rule; the others are what is typed where ★ is not at hand, and count only with a term behind them. */
const STAR = '★';
const STAR_LIKE = '[☆✩✭✯⭐*∗※]';

/** 密级 before ★, period after it. The look-behind keeps 商业秘密★ out, as the mark is then another wrong, not a state secret. */
const STARRED = new RegExp(`(?<!商业)${LEVEL}级?(?:${STAR}|${STAR_LIKE}(?:${TERM}))`, 'u');
/** Text layers break a mark in two lines. A ★ that opens the next line is a mark's only with a term; else it is a bullet. */
const STARRED_ACROSS_LINES = new RegExp(`(?<!商业)${LEVEL}级?\\n?${STAR}\\n?(?:${TERM})`, 'u');
/** "A line that is only 绝密/机密/秘密", also as 绝密级, bracketed, with its term, or as the value of the field 密级 on a cover. */
const MARK_LINE = new RegExp(`^[[【〔(《「『]?(?:密级:?)?${LEVEL}级?(?:${TERM})?[\\])】〕》」』]?$`, 'u');
const WORK_SECRET_LINE = new RegExp(
  `^[[【〔(《「『]?(?:密级:?)?工作秘密(?:[${STAR}▲]?(?:${TERM}))?[${STAR}▲]?[\\])】〕》」』]?$`,
  'u',
);

const COMPRESSED: ReadonlySet<string> = new Set([
  ...['gz', 'bgz', 'bgzf', 'bz2', 'xz', 'zst', 'lz4', 'z', 'zip', '7z', 'rar', 'tar', 'tgz'],
]);

const FORMAT_OF_ENDING: ReadonlyMap<string, GuardedFormat> = new Map([
  ['fastq', 'FASTQ'],
  ['fq', 'FASTQ'],
  ['sam', 'SAM'],
  ['bam', 'BAM'],
  ['cram', 'CRAM'],
  ['vcf', 'VCF'],
  ['bcf', 'BCF'],
  ['idat', 'IDAT'],
  ['cel', 'CEL'],
  ['dcm', 'DICOM'],
  ['dicom', 'DICOM'],
]);
