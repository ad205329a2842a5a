import type { BoothPack, BoothPanel, Both } from './boothPack.ts';
import type { TechField, TransferStatus } from './panel.ts';
import { isPinyin, soundsLike } from './soundMatch.ts';

/** What a visitor chose; null and '' choose nothing. */
export type BoothChoice = {
  /** Index of a column. */
  column: number | null;
  field: TechField | null;
  status: TransferStatus | null;
  text: string;
};

export const NO_CHOICE: BoothChoice = { column: null, field: null, status: null, text: '' };

/** The panels that fit, in the order of the exhibition. Every word that was typed must occur, in either language or by its sound. */
export function chosenPanels(pack: BoothPack, { column, field, status, text }: BoothChoice): BoothPanel[] {
  const inColumn = column === null ? null : new Set(pack.columns[column]?.panels);
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return pack.panels.filter(
    (panel) =>
      (inColumn === null || inColumn.has(panel.no)) &&
      (field === null || panel.field === field) &&
      (status === null || panel.status === status) &&
      words.every((word) => textOf(panel).includes(word) || soundsIn(panel, word)),
  );
}

/** Values that some panel has, each with how many, in the given order. */
export function countsOf<Value extends string>(
  panels: readonly BoothPanel[],
  order: readonly Value[],
  read: (panel: BoothPanel) => Value | null,
): { value: Value; count: number }[] {
  return order.flatMap((value) => {
    const count = panels.filter((panel) => read(panel) === value).length;
    return count === 0 ? [] : [{ value, count }];
  });
}

/** A text in the wanted language, or in Chinese where it was not translated. */
export function inLanguage({ zh, en }: Both, language: 'zh' | 'en'): string {
  return language === 'en' && en !== '' ? en : zh;
}

/** 'YYYY-MM-DD' compare as text. */
export function isExpired(pack: Pick<BoothPack, 'expiresOn'>, today: string): boolean {
  return today > pack.expiresOn;
}

function soundsIn({ sounds }: BoothPanel, word: string): boolean {
  return isPinyin(word) && [sounds.title, sounds.unitName].some((each) => soundsLike(each, word));
}

function textOf(panel: BoothPanel): string {
  const { title, unitName, highlight, summary, scenario, market, indicators, rights } = panel;
  return [title, unitName, highlight, summary, scenario, market, ...indicators]
    .flatMap(({ zh, en }) => [zh, en])
    .concat(rights)
    .join('\n')
    .normalize('NFKC')
    .toLowerCase();
}
