/** What a table may measure. Member lists have thousands of rows; what is far beyond is a mistake or an attack. */
export const SHEET_LIMITS = {
  /** Of the file as it lies on the disk, bytes. */
  fileBytes: 20 * 1024 * 1024,
  /** Of all parts of a workbook together, unpacked, bytes. */
  unpackedBytes: 128 * 1024 * 1024,
  parts: 2000,
  rows: 50_000,
  columns: 200,
  cells: 1_000_000,
  /** Characters; what a cell of a workbook can hold at most. */
  cellLength: 32_767,
} as const;
