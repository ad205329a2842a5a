import type { IFontAttributesProperties } from 'docx';

/**
 * The faces an office sets papers in, by the names under which a machine knows them. None is inside the file: where one
 * is not installed the reader's program takes the alternative the font table names, or its own.
 */
export const FANG_SONG = face('仿宋');
export const HEI_TI = face('黑体');
export const KAI_TI = face('楷体');
export const XIAO_BIAO_SONG = face('方正小标宋简体');

const ALTERNATIVES: readonly { name: string; alternatives: string; family: 'roman' | 'modern' | 'script' }[] =
  [
    { name: '仿宋', alternatives: 'FangSong,仿宋_GB2312,FZFangSong-Z02', family: 'modern' },
    { name: '黑体', alternatives: 'SimHei', family: 'modern' },
    { name: '楷体', alternatives: 'KaiTi,楷体_GB2312', family: 'modern' },
    { name: '方正小标宋简体', alternatives: 'FZXiaoBiaoSong-B05S,宋体,SimSun', family: 'script' },
  ];

/** word/fontTable.xml with the alternatives (ISO/IEC 29500-1, 17.8.3.1). */
export const FONT_TABLE = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
  ...ALTERNATIVES.map(
    ({ name, alternatives, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${alternatives}"/><w:charset w:val="86"/><w:family w:val="${family}"/></w:font>`,
  ),
  '</w:fonts>',
].join('');

function face(name: string): IFontAttributesProperties {
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name };
}
