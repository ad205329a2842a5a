import { z } from 'zod';

/**
 * A paper the program prints: decisions, letters, minutes, reports. Each noun composes its own from its own data; that it
 * comes out as Word and as PDF with the same words in the same order is the business of `electron/documents`.
 */
export type PrintedDocument = {
  /** The 标志 of minutes (GB/T 9704-2012, 10.3): centred, its top edge 35 mm below the top of the text block. */
  masthead?: string;
  /** Centred at the head of the first page; under the masthead and its number where there is one. */
  title: string;
  /** Below the title, or below the masthead; centred and smaller: a number such as 〔2026〕3号. '' for none. */
  subtitle: string;
  /** The whole mark, upper left on the first page; '' for 公开. */
  mark: string;
  blocks: readonly DocumentBlock[];
};

export type DocumentBlock =
  /** 1: 一、 in bold; 2: （一）. The numbering is part of the text. */
  | { kind: 'heading'; level: 1 | 2; text: string }
  /** Body text; indented by two characters unless `flush`. */
  | { kind: 'paragraph'; text: string; flush?: boolean }
  /** Body text in which some words are bold; `marker` is the numbering of a list entry, '' for none. */
  | { kind: 'rich'; marker: string; runs: readonly { text: string; bold: boolean }[] }
  /** 出席：names, wrapped lines aligned after the colon. */
  | { kind: 'labelled'; label: string; text: string }
  /** Two columns, names left. */
  | { kind: 'facts'; rows: readonly { name: string; value: string }[] }
  /** `widths` are parts of the text width and add up to 1. */
  | {
      kind: 'table';
      head: readonly string[];
      widths: readonly number[];
      rows: readonly (readonly string[])[];
    }
  /** A picture that was drawn for this paper, such as a radar; PNG, width as a part of the text width. */
  | { kind: 'picture'; png: Uint8Array; width: number; caption: string }
  /** Right-aligned at the end: who, and the date. */
  | { kind: 'closing'; lines: readonly string[] }
  | { kind: 'pageBreak' };

export const documentFormatSchema = z.enum(['DOCX', 'PDF']);
export type DocumentFormat = z.infer<typeof documentFormatSchema>;

/**
 * A file made for this moment: the door serves it under the address until the vault is locked. `missing` are characters
 * for which the font of a PDF has no picture, so that they stand in it as boxes.
 */
export const offeredFileSchema = z.object({
  address: z.string(),
  name: z.string(),
  missing: z.string().optional(),
});
export type OfferedFile = z.infer<typeof offeredFileSchema>;
