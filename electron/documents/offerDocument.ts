import type { DocumentFormat, OfferedFile, PrintedDocument } from '#shared/documents/document.ts';
import type { OpenVault } from '../vault/session.ts';
import { offerFile } from './offer.ts';
import { writeDocument } from './writeDocument.ts';

const FORMATS: Record<DocumentFormat, { extension: string; mediaType: string }> = {
  DOCX: {
    extension: 'docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  PDF: { extension: 'pdf', mediaType: 'application/pdf' },
};

/** Sets a paper and offers it to the door. `fileName` comes without extension; what no file system takes is replaced. */
export async function offerDocument(
  vault: OpenVault,
  document: PrintedDocument,
  format: DocumentFormat,
  fileName: string,
): Promise<OfferedFile> {
  const { bytes, missing } = await writeDocument(document, format);
  const { mediaType } = FORMATS[format];
  const offered = offerFile(vault, documentFileName(fileName, format), mediaType, bytes);
  return missing === '' ? offered : { ...offered, missing };
}

/** At most 100 characters before the extension, and none that Windows refuses. */
export function documentFileName(name: string, format: DocumentFormat): string {
  const plain = [...name.replace(/[\u0000-\u001f<>:"/\\|?*]/g, ' ').replace(/\s+/g, ' ')]
    .slice(0, 100)
    .join('')
    .replace(/^[ .]+|[ .]+$/g, '');
  return `${plain === '' ? 'document' : plain}.${FORMATS[format].extension}`;
}
