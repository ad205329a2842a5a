import type { DocumentFormat, PrintedDocument } from '#shared/documents/document.ts';

export type WriteRequest = { id: number; document: PrintedDocument; format: DocumentFormat };

export type WriteAnswer =
  | { id: number; ok: true; bytes: Uint8Array; missing: string }
  | { id: number; ok: false; message: string };
