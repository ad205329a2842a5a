import type { Citation } from '#shared/records/citation.ts';

/** The three columns in which a row of any noun keeps the evidence it cites; set together or not at all. */
export type CitationColumns = { recordId: string | null; fileId: string | null; sha256: string | null };

export function citationOf({ recordId, fileId, sha256 }: CitationColumns): Citation | null {
  return recordId !== null && fileId !== null && sha256 !== null ? { recordId, fileId, sha256 } : null;
}

export function citationColumns(citation: Citation | null): CitationColumns {
  return citation === null
    ? { recordId: null, fileId: null, sha256: null }
    : { recordId: citation.recordId, fileId: citation.fileId, sha256: citation.sha256 };
}
