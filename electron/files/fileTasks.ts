import type { PdfNotes } from './formats/pdf.ts';
import type { Drawing, Inspection } from './inspection.ts';

/** What one worker is asked to do with one file. It reads the file by path where there is one, else by asking for ranges. */
export type FileTask = {
  kind: 'task';
  name: string;
  size: number;
  path: string | null;
  inspect: boolean;
  /** All its text is wanted, of a file that was inspected before. */
  wholeText: boolean;
  /** What a PDF says beside its pages, of a file that was inspected before. */
  pdfNotes: boolean;
  /** Longest edge of the picture wanted; null: none. */
  drawEdge: number | null;
  /** Of a file that was inspected before; '' with `inspect`. */
  mediaType: string;
  timeLimitMs: number;
};
export type RangeAnswer =
  | { kind: 'bytes'; read: number; bytes: Uint8Array }
  | { kind: 'unreadable'; read: number };
export type ToWorker = FileTask | RangeAnswer;

/** Each is null where it was not asked for. */
export type FileOutcome = {
  inspection: Inspection | null;
  drawing: Drawing | null;
  text: string | null;
  notes: PdfNotes | null;
};
export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'read'; read: number; offset: number; length: number }
  | { kind: 'known'; inspection: Inspection }
  | { kind: 'done'; outcome: FileOutcome };

/** The answer for a file that was given up: what is known of it by then, and why there is no more. */
export function outcomeOfFailure(
  task: FileTask,
  known: Inspection,
  reason: 'TIMEOUT' | 'OUT_OF_MEMORY' | 'UNREADABLE' | 'DAMAGED',
): FileOutcome {
  return {
    inspection: task.inspect ? { ...known, problems: [...known.problems, reason] } : null,
    drawing: task.drawEdge === null ? null : { drawn: false, reason },
    text: null,
    notes: null,
  };
}
