import { mediaKindOf, nameContradicts } from '#shared/records/mediaKinds.ts';
import { type Detected, detect, HEAD_BYTES } from './detect.ts';
import { guardedFormatOf } from './formats/guarded.ts';
import { movieFacts } from './formats/movie.ts';
import { officeFirstPage } from './formats/officeText.ts';
import { isEncryptedOle, OLE_HEAD_BYTES, oleHeadText } from './formats/oleText.ts';
import { pdfFacts } from './formats/pdf.ts';
import { firstPageOf } from './formats/text.ts';
import { wavFacts } from './formats/wav.ts';
import { BLANK, type FileProblem, type Inspection } from './inspection.ts';
import { pictureFacts } from './picture.ts';
import type { FileSource } from './source.ts';

/**
 * Looks at a file: what it is, what it says of itself, what is wrong with it. Never throws for what is in the file, only where its bytes cannot
 * be read. `onKnown` gets what is certain before anything is decoded, so that a file that has to be given up is at least named rightly.
 */
export async function inspect(
  source: FileSource,
  name: string,
  onKnown: (known: Inspection) => void = () => undefined,
): Promise<Inspection> {
  if (source.size === 0) return { ...BLANK, problems: ['EMPTY'] };
  const head = await source.read(0, HEAD_BYTES);
  const detected = await detect(source, head);
  const { mediaType } = detected;
  const known: Inspection = {
    ...BLANK,
    mediaType,
    kind: mediaKindOf(mediaType),
    guardedFormat: guardedFormatOf(head),
    firstPageText: detected.text === null ? null : firstPageOf(detected.text),
    problems: nameContradicts(name, mediaType) ? ['NAME_CONTRADICTS_CONTENT'] : [],
  };
  onKnown(known);
  const { problems, ...facts } = await contentFacts(source, head, detected);
  return { ...known, ...facts, problems: [...known.problems, ...problems] };
}

type Facts = Partial<Omit<Inspection, 'problems'>> & { problems: FileProblem[] };

async function contentFacts(source: FileSource, head: Uint8Array, detected: Detected): Promise<Facts> {
  const { mediaType, entries } = detected;
  if (mediaKindOf(mediaType) === 'image') return pictureFacts(source, head, mediaType);
  if (mediaType === 'application/pdf') return pdfPage(source);
  if (mediaType === 'audio/wav') return soundFacts(source);
  if (ISO_MEDIA.has(mediaType)) return filmFacts(source);
  if (mediaType === 'application/x-cfb') return oleFacts(source);
  if (entries === null) return { problems: [] };
  return { firstPageText: await officeFirstPage(source, entries), problems: [] };
}

async function pdfPage(source: FileSource): Promise<Facts> {
  const { problem, ...facts } = await pdfFacts(source);
  return { ...facts, problems: problem === null ? [] : [problem] };
}

async function soundFacts(source: FileSource): Promise<Facts> {
  const { durationMs, codec } = await wavFacts(source);
  return {
    durationMs,
    codecs: codec === null ? [] : [codec],
    problems: durationMs === null ? ['DAMAGED'] : [],
  };
}

async function filmFacts(source: FileSource): Promise<Facts> {
  const { damaged, ...facts } = await movieFacts(source);
  return { ...facts, problems: damaged ? ['DAMAGED'] : [] };
}

async function oleFacts(source: FileSource): Promise<Facts> {
  const head = await source.read(0, OLE_HEAD_BYTES);
  return isEncryptedOle(head)
    ? { problems: ['NEEDS_PASSWORD'] }
    : { firstPageText: oleHeadText(head), problems: [] };
}

const ISO_MEDIA: ReadonlySet<string> = new Set([
  'video/mp4',
  'video/quicktime',
  'video/3gpp',
  'video/3gpp2',
  'audio/mp4',
]);
