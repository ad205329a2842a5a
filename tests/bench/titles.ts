import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SUBJECTS =
  '肿瘤 肝癌 肺癌 乳腺癌 基因表达 免疫治疗 细胞培养 蛋白质组 影像诊断 药物递送 临床试验 样本库 神经网络模型 单细胞测序 石墨烯 纳米材料 数据治理 伦理审查 设备采购 知识产权'.split(
    ' ',
  );
const DEEDS =
  '研究 方案 会议纪要 合作协议 中期报告 验收意见 实验记录 照片 培训材料 经费决算 考察报告 通知 申请书 图纸 鉴定证书'.split(
    ' ',
  );
const WHERE =
  '上海 北京 重庆 广州 西安 武汉 成都 南京 第一医院 附属医院 交通大学 理工大学 研究院 联合实验室 理事会 秘书处'.split(
    ' ',
  );
const MIXED = ['PD-1', 'CAR-T', 'mRNA', 'graphene', 'NGS', 'COVID-19', 'AI', 'Nature'];

/** Numbers from 0 to 1, the same for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Titles of Chinese papers with small variations where MENGBU_CORPUS has them, else composed from word lists. */
export function benchTitles(count: number, seed = 1): { titles: string[]; source: string } {
  const random = seededRandom(seed);
  const corpus = corpusTitles();
  const titles = Array.from({ length: count }, (_, index) =>
    corpus.length > 0 ? varied(corpus, index) : composed(random),
  );
  return { titles, source: corpus.length > 0 ? `${corpus.length} corpus titles, varied` : 'composed titles' };
}

function corpusTitles(): string[] {
  const folder = join(process.env.MENGBU_CORPUS ?? '', 'titles-chinese');
  if (!process.env.MENGBU_CORPUS || !existsSync(folder)) return [];
  return ['csl-titles.tsv', 'csl-papers.tsv'].flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split(/\r?\n/)
      .slice(1)
      .flatMap((line) => line.split('\t')[1] || []),
  );
}

/** The first round as it is; later rounds are other parts of the same work, as archives have them. */
function varied(corpus: readonly string[], index: number): string {
  const title = corpus[index % corpus.length] ?? '';
  const round = Math.floor(index / corpus.length);
  return round === 0 ? title : `${title}（第${round}号）`;
}

function composed(random: () => number): string {
  const pick = (words: readonly string[]): string => words[Math.floor(random() * words.length)] ?? '';
  const mixed = random() < 0.15 ? ` ${pick(MIXED)} ` : '';
  return `${pick(WHERE)}${pick(SUBJECTS)}${mixed}${random() < 0.5 ? pick(SUBJECTS) : ''}${pick(DEEDS)}${1 + Math.floor(random() * 900)}`;
}
