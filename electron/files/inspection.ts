import type { GuardedFormat } from '#shared/records/importGuard.ts';
import { type MediaKind, UNKNOWN_MEDIA_TYPE } from '#shared/records/mediaKinds.ts';
import type { Camera, CaptureTime, Orientation, Position } from '#shared/records/photoMetadata.ts';

/**
 * What is wrong with a file, as far as it was looked at. None of them keeps a file out: originals are stored whatever they are.
 * - EMPTY: 0 bytes
 * - DAMAGED: content breaks the rules of its own format
 * - METADATA_DAMAGED: the picture is sound, its EXIF is not
 * - PICTURE_TOO_LARGE: declares more pixels than are ever decoded
 * - NEEDS_PASSWORD: encrypted; neither text nor pages can be read
 * - NAME_CONTRADICTS_CONTENT: the ending promises another format
 * - TIMEOUT, OUT_OF_MEMORY: looking at it was given up
 * - UNREADABLE: the bytes could not be had (disk, permissions)
 */
export const FILE_PROBLEMS = [
  'EMPTY',
  'DAMAGED',
  'METADATA_DAMAGED',
  'PICTURE_TOO_LARGE',
  'NEEDS_PASSWORD',
  'NAME_CONTRADICTS_CONTENT',
  'TIMEOUT',
  'OUT_OF_MEMORY',
  'UNREADABLE',
] as const;
export type FileProblem = (typeof FILE_PROBLEMS)[number];

/** What content and metadata say. Null: not stated in the file, or not of this kind of file. Nothing is guessed. */
export type Inspection = {
  /** By content; text formats without a signature by content alone too (never by the name). */
  mediaType: string;
  kind: MediaKind;
  /** Pixels, upright. */
  width: number | null;
  height: number | null;
  orientation: Orientation;
  takenAt: CaptureTime | null;
  /** 数字化时间, where the file tells it apart from the time of taking. */
  digitizedAt: CaptureTime | null;
  camera: Camera | null;
  gps: Position | null;
  durationMs: number | null;
  pages: number | null;
  /** Sample entry names of a film's or sound's tracks ('avc1', 'mp4a', 'pcm'). */
  codecs: string[];
  /** A format that must not be held at all (importGuard), decided by content. */
  guardedFormat: GuardedFormat | null;
  /** Text of the first page for the import guard: not for storing, search or display. Lines end in \n. */
  firstPageText: string | null;
  problems: FileProblem[];
};

/** Nothing known yet. */
export const BLANK: Inspection = {
  mediaType: UNKNOWN_MEDIA_TYPE,
  kind: 'other',
  width: null,
  height: null,
  orientation: 1,
  takenAt: null,
  digitizedAt: null,
  camera: null,
  gps: null,
  durationMs: null,
  pages: null,
  codecs: [],
  guardedFormat: null,
  firstPageText: null,
  problems: [],
};

/**
 * Why there is no picture of a file.
 * - NOT_A_PICTURE: nothing to draw
 * - LEFT_TO_SCREEN: PDF pages and films, which the screen draws with means that Node has not
 * - NO_DECODER: this build cannot draw the format (HEIC, camera raw)
 */
export type NoPreviewReason =
  | 'NOT_A_PICTURE'
  | 'LEFT_TO_SCREEN'
  | 'NO_DECODER'
  | 'DAMAGED'
  | 'PICTURE_TOO_LARGE'
  | 'FILE_TOO_LARGE'
  | 'TIMEOUT'
  | 'OUT_OF_MEMORY'
  | 'UNREADABLE';

/** `partial`: the file is damaged and only what could be read is drawn. */
export type Drawing =
  | { drawn: true; webp: Uint8Array; width: number; height: number; partial: boolean }
  | { drawn: false; reason: NoPreviewReason };

export type Examination = { inspection: Inspection; thumbnail: Drawing };

/** Longest edge in pixels; smaller pictures are not enlarged. */
export const THUMBNAIL_EDGE = 480;
export const PREVIEW_EDGE = 2560;
/** Files above this are not read into memory to be drawn. */
export const MAX_DRAWN_FILE_BYTES = 256 * 1024 * 1024;
/** Pictures above this are not decoded (16383², the largest a WebP or JPEG side allows squared). */
export const MAX_PIXELS = 16_383 * 16_383;
