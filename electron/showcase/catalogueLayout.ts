/// <reference path="../documents/pdfmake.d.ts" />
import pdfmake, { type Content } from 'pdfmake';
import type { BoothPack, BoothPanel, Both } from '#shared/showcase/boothPack.ts';
import { showcaseTerms as terms } from '#shared/translations/zh-CN/showcaseTerms.ts';
import { assertFonts, type FontFiles } from '../fontFiles.ts';

/** A4 in points. */
const PAGE = { width: 595.28, height: 841.89, margin: 48 };
const PICTURE: [number, number] = [190, 150];
const CODE = 64;
const FAMILY = 'Noto Sans SC';
const INK = '#1d2a38';
const QUIET = '#5a6673';
const ACCENT = '#1f3b57';

/** The printed catalogue of a pack. `covers`: a JPEG by the number of its panel. Nothing is read but the two font files. */
export async function layCatalogue(
  pack: BoothPack,
  covers: ReadonlyMap<number, Uint8Array | null>,
  fonts: FontFiles,
): Promise<Uint8Array> {
  assertFonts(fonts);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path === fonts.regular || path === fonts.bold);
  pdfmake.setFonts({ [FAMILY]: { normal: fonts.regular, bold: fonts.bold } });
  const { margin } = PAGE;
  const title = pack.exhibition.title.zh;
  const pdf = pdfmake.createPdf({
    content: [...front(pack), ...pack.columns.flatMap((column) => columnPages(pack, column, covers))],
    pageSize: { width: PAGE.width, height: PAGE.height },
    pageMargins: [margin, margin, margin, margin],
    defaultStyle: { font: FAMILY, fontSize: 9.5, lineHeight: 1.35, color: INK },
    footer: (page, pages) => ({
      text: `${pack.serial}　${page} / ${pages}`,
      alignment: 'right',
      fontSize: 8,
      color: QUIET,
      margin: [margin, 16, margin, 0],
    }),
    info: { title, creator: 'Mengbu', producer: 'Mengbu' },
    language: 'zh-CN',
    displayTitle: true,
  });
  return new Uint8Array(await pdf.getBuffer());
}

function front({ body, serial, expiresOn, exhibition, panels }: BoothPack): Content[] {
  const { title, theme, area, startsOn, endsOn, forUnit } = exhibition;
  const span = startsOn || endsOn ? `${startsOn ?? ''} – ${endsOn ?? ''}` : '';
  const quiet = (text: string): Content => ({ text, color: QUIET, margin: [0, 2, 0, 0] });
  return [
    { text: body, color: ACCENT, bold: true, margin: [0, 120, 0, 24] },
    { text: title.zh, fontSize: 30, bold: true, lineHeight: 1.2 },
    ...(title.en === '' ? [] : [{ text: title.en, fontSize: 15, color: QUIET }]),
    { text: theme.zh, fontSize: 13, margin: [0, 18, 0, 0] },
    ...(theme.en === '' ? [] : [quiet(theme.en)]),
    { text: forUnit, bold: true, margin: [0, 18, 0, 0] },
    quiet([area, span].filter((part) => part !== '').join('　')),
    quiet(`展板 ${panels.length} 块　编号 ${serial}　有效至 ${expiresOn}`),
    { text: '', pageBreak: 'after' },
  ];
}

function columnPages(
  { panels }: BoothPack,
  { title, panels: numbers }: BoothPack['columns'][number],
  covers: ReadonlyMap<number, Uint8Array | null>,
): Content[] {
  const own = panels.filter(({ no }) => numbers.includes(no));
  if (own.length === 0) return [];
  return [
    { text: title.zh, fontSize: 16, bold: true, color: ACCENT, margin: [0, 0, 0, 12] },
    ...own.map((panel) => panelBlock(panel, covers.get(panel.no) ?? null)),
  ];
}

function panelBlock(panel: BoothPanel, cover: Uint8Array | null): Content {
  const { title, unitName, highlight, summary, indicators, scenario, rights, reviewNo, edition, code } =
    panel;
  const facts: [string, string][] = [
    ['关键指标', indicators.map(({ zh }) => zh).join('；')],
    ['应用场景', scenario.zh],
    ['成熟度', panel.maturity === null ? '' : panel.maturity.toFixed(2)],
    ['知识产权', rights.join('；')],
    ['合作方式', panel.ways.map((way) => terms.ways[way]).join('、')],
    ['合作需求', panel.needs.map((need) => terms.needs[need]).join('、')],
    ['联系', panel.contact.zh],
  ];
  const tags = [
    terms.kinds[panel.kind],
    panel.field === null ? '' : terms.fields[panel.field],
    panel.status === null ? '' : terms.statuses[panel.status],
  ].filter((tag) => tag !== '');
  const words: Content[] = [
    { text: `${panel.no}　${title.zh}`, fontSize: 13, bold: true, lineHeight: 1.25 },
    ...english(title),
    { text: [unitName.zh, ...tags].filter((part) => part !== '').join('　·　'), color: QUIET },
    ...(highlight.zh === '' ? [] : [{ text: highlight.zh, bold: true, margin: MARGIN }]),
    ...(summary.zh === '' ? [] : [{ text: summary.zh, margin: MARGIN }]),
    ...facts
      .filter(([, value]) => value !== '')
      .map(
        ([name, value]): Content => ({
          text: [{ text: `${name}　`, color: QUIET }, { text: value }],
        }),
      ),
    {
      text: [reviewNo, `第 ${edition} 版`].filter((part) => part !== '').join('　'),
      fontSize: 8,
      color: QUIET,
    },
  ];
  const side: Content[] = [
    ...(cover === null ? [] : [{ image: dataUrl(cover), fit: PICTURE } as Content]),
    { qr: code.text, fit: CODE, margin: [0, 8, 0, 0] },
  ];
  return {
    columns: [
      { width: PICTURE[0], stack: side },
      { width: '*', stack: words },
    ],
    columnGap: 16,
    unbreakable: true,
    margin: [0, 0, 0, 22],
  };
}

function english({ en }: Both): Content[] {
  return en === '' ? [] : [{ text: en, color: QUIET }];
}

function dataUrl(jpeg: Uint8Array): string {
  return `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`;
}

const MARGIN: [number, number, number, number] = [0, 4, 0, 0];
