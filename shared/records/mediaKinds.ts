/** What the app can show of a file in its own window. 'other' is kept and saved out, never drawn. */
export const MEDIA_KINDS = ['image', 'pdf', 'video', 'audio', 'text', 'other'] as const;
export type MediaKind = (typeof MEDIA_KINDS)[number];

export const UNKNOWN_MEDIA_TYPE = 'application/octet-stream';

/** Kind of a media type that was decided by content. Types the viewer has no means for are 'other'. */
export function mediaKindOf(mediaType: string): MediaKind {
  if (mediaType === 'application/pdf') return 'pdf';
  if (OTHER_DESPITE_NAME.has(mediaType)) return 'other';
  if (mediaType.startsWith('image/')) return 'image';
  if (mediaType.startsWith('video/')) return 'video';
  if (mediaType.startsWith('audio/')) return 'audio';
  return mediaType === 'text/plain' ? 'text' : 'other';
}

/**
 * May the stored bytes be answered with this type and `Content-Disposition: inline`? Only pictures, films and sound that a
 * browser decodes without ever running anything in them. SVG, HTML, XML, text and PDF are not among them: SVG is shown as a
 * rasterised picture, PDF is drawn by pdf.js, all else leaves as an attachment.
 */
export function isServedInline(mediaType: string): boolean {
  return SERVED_INLINE.has(mediaType);
}

/** Pictures a browser cannot draw from the stored bytes, or must not: the viewer asks for a preview instead. */
export function needsPreview(mediaType: string): boolean {
  return mediaKindOf(mediaType) === 'image' && !isServedInline(mediaType);
}

/**
 * Does the ending of the name promise another format than the content is? Unknown endings and missing ones promise nothing.
 * It is a remark for the reader only; every decision is taken by content.
 */
export function nameContradicts(name: string, mediaType: string): boolean {
  const promised = TYPES_OF_ENDING.get(endingOf(name));
  return promised !== undefined && !promised.includes(mediaType);
}

/** The ending of a name in lower case, without the dot; '' where there is none. */
export function endingOf(name: string): string {
  const trimmed = name.trimEnd().toLowerCase();
  const dot = trimmed.lastIndexOf('.');
  return dot <= 0 ? '' : trimmed.slice(dot + 1);
}

const SERVED_INLINE: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/apng',
  'image/webp',
  'image/gif',
  'image/avif',
  'image/bmp',
  'video/mp4',
  'video/webm',
  'video/ogg',
  'video/quicktime',
  'video/matroska',
  'audio/mpeg',
  'audio/mp4',
  'audio/aac',
  'audio/flac',
  'audio/ogg',
  'audio/wav',
]);

/** Drawing exchange formats that carry an image/ name but are no picture to a viewer. */
const OTHER_DESPITE_NAME: ReadonlySet<string> = new Set(['image/vnd.dwg', 'image/vnd.dxf', 'image/icns']);

const ISO_VIDEO = ['video/mp4', 'video/quicktime', 'video/3gpp', 'video/3gpp2'];
const TEXT = ['text/plain'];
const OLE = ['application/x-cfb'];

const TYPES_OF_ENDING: ReadonlyMap<string, readonly string[]> = new Map([
  ['jpg', ['image/jpeg']],
  ['jpeg', ['image/jpeg']],
  ['png', ['image/png', 'image/apng']],
  ['apng', ['image/png', 'image/apng']],
  ['gif', ['image/gif']],
  ['webp', ['image/webp']],
  ['bmp', ['image/bmp']],
  ['tif', ['image/tiff']],
  ['tiff', ['image/tiff']],
  ['heic', ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence']],
  ['heif', ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence']],
  ['avif', ['image/avif']],
  ['svg', ['image/svg+xml']],
  ['pdf', ['application/pdf']],
  ['mp4', ISO_VIDEO],
  ['mov', ISO_VIDEO],
  ['m4v', ISO_VIDEO],
  ['webm', ['video/webm', 'video/matroska']],
  ['mkv', ['video/webm', 'video/matroska']],
  ['avi', ['video/vnd.avi']],
  ['wav', ['audio/wav']],
  ['mp3', ['audio/mpeg']],
  ['m4a', ['audio/mp4']],
  ['flac', ['audio/flac']],
  ['ogg', ['audio/ogg', 'video/ogg']],
  ['txt', TEXT],
  ['csv', TEXT],
  ['md', TEXT],
  [
    'doc',
    [...OLE, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/rtf'],
  ],
  ['xls', [...OLE, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']],
  ['ppt', [...OLE, 'application/vnd.openxmlformats-officedocument.presentationml.presentation']],
  ['docx', ['application/vnd.openxmlformats-officedocument.wordprocessingml.document']],
  ['xlsx', ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']],
  ['pptx', ['application/vnd.openxmlformats-officedocument.presentationml.presentation']],
  ['zip', ['application/zip']],
]);
