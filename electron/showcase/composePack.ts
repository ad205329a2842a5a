import QRCode from 'qrcode';
import { fieldsOfPanel } from '#db/showcase/panels.ts';
import { readSettings } from '#db/vault/queries.ts';
import type { BoothMedia, BoothPack, BoothPanel, Both } from '#shared/showcase/boothPack.ts';
import { codeTextOf, type PanelPicture, type PanelWords } from '#shared/showcase/panel.ts';
import { soundsOf } from '#shared/showcase/sounds.ts';
import { linkedRefs } from '../api/shown.ts';
import type { OpenVault } from '../vault/session.ts';
import type { WholeExhibition } from './exhibitionView.ts';
import type { WholePanel } from './panelView.ts';

export type PackHead = Pick<BoothPack, 'serial' | 'madeOn' | 'expiresOn'>;

/** Where a picture lies for who shows the pack; null leaves it out. `panel` counts from 1, `index` from 0. */
export type PlaceMedia = (
  picture: PanelPicture,
  panel: number,
  index: number,
) => Omit<BoothMedia, 'caption'> | null;

/** Everything a booth shows of an exhibition, in the order of its columns. */
export function composePack(
  vault: OpenVault,
  { item, fields, columns }: WholeExhibition,
  head: PackHead,
  place: PlaceMedia,
): BoothPack {
  const panels = columns.flatMap((column) => column.panels);
  const numbers = new Map(panels.map((panel, index) => [panel.item.id, index + 1]));
  return {
    format: 1,
    ...head,
    body: vault.file.name,
    exhibition: {
      title: { zh: fields.title, en: fields.titleEn },
      theme: { zh: fields.theme, en: fields.themeEn },
      area: fields.area,
      startsOn: fields.startsOn,
      endsOn: fields.endsOn,
      audience: fields.audience,
      forUnit: fields.audience === 'TARGETED' ? (linkedRefs(vault, item.id, 'UNIT')[0]?.title ?? '') : '',
      idleSeconds: fields.idleSeconds,
    },
    columns: columns.map((column) => ({
      kind: column.kind,
      title: { zh: column.title, en: column.titleEn },
      panels: column.panels.flatMap((panel) => numbers.get(panel.item.id) ?? []),
    })),
    panels: panels.map((panel, index) => boothPanel(panel, index + 1, place)),
  };
}

/** Names under which the joint body itself is known to everybody. */
export function bodyNames(vault: OpenVault): string[] {
  return [vault.file.name, readSettings(vault.register).shortName].filter((name) => name !== '');
}

function boothPanel({ row, pictures }: WholePanel, no: number, place: PlaceMedia): BoothPanel {
  const fields = fieldsOfPanel(row);
  const both = (word: Exclude<keyof PanelWords, 'indicators'>): Both => ({
    zh: fields.zh[word],
    en: fields.en[word],
  });
  return {
    no,
    kind: fields.kind,
    field: fields.field,
    status: fields.status,
    title: both('title'),
    unitName: both('unitName'),
    highlight: both('highlight'),
    summary: both('summary'),
    scenario: both('scenario'),
    market: both('market'),
    contact: both('contact'),
    indicators: fields.zh.indicators.map((zh, index) => ({ zh, en: fields.en.indicators[index] ?? '' })),
    maturity: fields.maturity,
    trl: fields.trl,
    stage: fields.stage,
    rights: fields.rights,
    ways: fields.ways,
    needs: fields.needs,
    reviewNo: row.reviewNo,
    edition: row.edition,
    sounds: { title: soundsOf(fields.zh.title), unitName: soundsOf(fields.zh.unitName) },
    code: codeOf(codeTextOf(fields, row.reviewNo)),
    media: pictures.flatMap((picture, index) => {
      const placed = place(picture, no, index);
      return placed ? [{ ...placed, caption: { zh: picture.caption, en: picture.captionEn } }] : [];
    }),
  };
}

/** A QR code (ISO/IEC 18004) of plain text as one SVG path, runs of dark modules as rectangles. */
function codeOf(text: string): BoothPanel['code'] {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const { size } = modules;
  let path = '';
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (modules.get(y, x) === 0) continue;
      let run = 1;
      while (x + run < size && modules.get(y, x + run) !== 0) run += 1;
      path += `M${x} ${y}h${run}v1h-${run}z`;
      x += run;
    }
  }
  return { size, path, text };
}
