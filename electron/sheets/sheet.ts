export type SheetColumn = {
  title: string;
  /** In characters of the default font. */
  width: number;
  /** Texts are never taken for formulas or numbers; a date is YYYY-MM-DD, anything else in its column stays text. */
  type: 'TEXT' | 'NUMBER' | 'DATE';
  /** Offered in a drop-down. */
  choices?: readonly string[];
};

export type WrittenSheet = {
  name: string;
  /** The line above the header: what this is and the mark it must bear. '' for none, as in a template. */
  heading: string;
  /** Stands at the head of every printed page; '' for none. */
  mark: string;
  columns: readonly SheetColumn[];
  rows: readonly (readonly (string | number | null)[])[];
  /** Empty rows below, ready to be filled in: formatted, and with the drop-downs. */
  blankRows?: number;
};

/** The row of the column titles, counted from 1. */
export function headerRow({ heading }: WrittenSheet): number {
  return heading === '' ? 1 : 2;
}
