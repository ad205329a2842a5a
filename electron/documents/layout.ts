/**
 * The look of a paper: GB/T 9704-2012, without its red head, which belongs to authorities. Lengths in points
 * (1/72 inch) unless they say otherwise.
 */
export const PAGE = {
  width: mm(210),
  height: mm(297),
  /** 天头 37, 订口 28; the text block of 156 × 225 mm leaves 26 right and 35 below. */
  margins: { top: mm(37), right: mm(26), bottom: mm(35), left: mm(28) },
  textWidth: mm(156),
} as const;

/** 22 lines a page; offices set 28.95 pt exactly. */
export const LINE_PITCH = 28.95;

/** 28 characters a line: 15.79 pt each, so that 三号 (16 pt) stands a little closer than its own width. */
export const CHARACTER_PITCH = PAGE.textWidth / 28;

/** The sizes of the standard by their names: 二号 22, 三号 16, 四号 14, and 小四 12 in tables. */
export const SIZE = { title: 22, body: 16, pageNumber: 14, table: 12 } as const;

/** Lines of a table. */
export const TABLE_PITCH = 20;

/** From the top of the text block to the masthead. */
export const MASTHEAD_DROP = mm(35);

/** From the text block to the page number. */
export const PAGE_NUMBER_DROP = mm(7);

/** The share of names in a list of facts. */
export const FACT_NAME_SHARE = 0.24;

/** A row is not broken between pages, unless it could be longer than one. */
export function rowsStayWhole(rows: readonly (readonly string[])[]): boolean {
  return rows.flat().every((text) => text.length < 200);
}

export function mm(length: number): number {
  return (length / 25.4) * 72;
}
