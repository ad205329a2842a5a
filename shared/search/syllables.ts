/** The syllables of Mandarin as pinyin writes them, ü as v. Interjections without a vowel (嗯, 呣) are left out. */
const SYLLABLES = new Set(
  `a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen ceng cha
  chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu cuan cui
  cun cuo da dai dan dang dao de dei den deng di dia dian diao die ding diu dong dou du duan dui dun duo e ei en eng er
  fa fan fang fei fen feng fo fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo ha
  hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo ji jia jian jiang jiao jie jin jing jiong
  jiu ju juan jue jun ka kai kan kang kao ke kei ken keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang
  lao le lei leng li lia lian liang liao lie lin ling liu lo long lou lu luan lun luo lv lve ma mai man mang mao me mei
  men meng mi mian miao mie min ming miu mo mou mu na nai nan nang nao ne nei nen neng ni nian niang niao nie nin ning
  niu nong nou nu nuan nuo nv nve o ou pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu qi qia qian
  qiang qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou ru rua ruan rui run ruo sa sai
  san sang sao se sen seng sha shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun
  shuo si song sou su suan sui sun suo ta tai tan tang tao te tei teng ti tian tiao tie ting tong tou tu tuan tui tun
  tuo wa wai wan wang wei wen weng wo wu xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye
  yi yin ying yo yong you yu yuan yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhei zhen
  zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan zui zun zuo`.split(
    /\s+/,
  ),
);
const BEGINNINGS = new Set([...SYLLABLES].flatMap((syllable) => prefixesOf(syllable)));
const LONGEST = 6;
/** xian is xi an or xian; more readings than this a person does not mean. */
const MOST_READINGS = 64;

export function isSyllable(text: string): boolean {
  return SYLLABLES.has(text);
}

/**
 * The ways to read letters as syllables of which the last may be unfinished: jiyinb is ji yin b. Longer syllables
 * first; none when the letters are no pinyin.
 */
export function syllableReadings(letters: string): string[][] {
  const readable = readableFrom(letters);
  const readings: string[][] = [];
  const extend = (done: string[], at: number): void => {
    if (readings.length >= MOST_READINGS) return;
    const rest = letters.slice(at);
    if (BEGINNINGS.has(rest)) readings.push([...done, rest]);
    for (let length = Math.min(LONGEST, rest.length - 1); length > 0; length -= 1) {
      const syllable = rest.slice(0, length);
      if (SYLLABLES.has(syllable) && readable[at + length]) extend([...done, syllable], at + length);
    }
  };
  extend([], 0);
  return readings;
}

/** For each place whether the letters from there on can be read at all; keeps the search from trying dead ends. */
function readableFrom(letters: string): boolean[] {
  const readable: boolean[] = Array.from({ length: letters.length + 1 }, () => false);
  for (let at = letters.length - 1; at >= 0; at -= 1) {
    const rest = letters.slice(at, at + LONGEST + 1);
    const lengths = Array.from({ length: LONGEST }, (_, index) => index + 1);
    readable[at] =
      (at + rest.length === letters.length && BEGINNINGS.has(rest)) ||
      lengths.some((length) => SYLLABLES.has(rest.slice(0, length)) && readable[at + length] === true);
  }
  return readable;
}

function prefixesOf(text: string): string[] {
  return Array.from(text, (_, index) => text.slice(0, index + 1));
}
