import type { Catalogue } from '#shared/translations/catalogue.ts';

type Terms = { print: boolean; forward: boolean; note: string };

/** 可打印 · 不得转给他人 · … */
export function termsText(t: Catalogue, { print, forward, note }: Terms): string {
  const words = t.bundles.contents;
  const parts = [
    print ? words.mayPrint : words.mayNotPrint,
    forward ? words.mayForward : words.mayNotForward,
  ];
  return [...parts, ...(note === '' ? [] : [note])].join(t.formats.separator);
}
