import type { BagFinding } from '#shared/bundles/bagFindings.ts';
import type { SignatureState } from '#shared/bundles/bagSignature.ts';
import type { BundleErrorCode, BundleErrorData } from '#shared/bundles/bundleError.ts';
import type { BundleJson } from '#shared/bundles/bundleJson.ts';
import type { FileFacts } from '#shared/bundles/inspectBag.ts';
import type { ItemJson } from '#shared/bundles/itemJson.ts';
import type { SheetScore } from '#shared/outcomes/scoreSheet.ts';

/** What the page asks of its worker. One file for the life of a worker; ending the worker is how work is called off. */
export type Asked =
  /** Without keys: says what opens it, or begins where nothing is needed. */
  | { ask: 'open'; file: File; identities: string[]; passphrase: string | null }
  /** One file's bytes: whole, or in pieces with 'more' asked for each. */
  | { ask: 'file'; path: string; pieces: boolean }
  | { ask: 'more' }
  /** The filled-in form, to be sealed for its sender. */
  | { ask: 'answer'; answer: FilledForm };

/** What the page knows of an answer; the worker adds what names the bundle. */
export interface FilledForm {
  bundle: { id: string; copy: number };
  code: string;
  answerTo: string;
  scores: SheetScore[];
  opinion: string;
}

export type Fault = { code: BundleErrorCode | 'UNREADABLE'; data: BundleErrorData };

export interface ReportMessage {
  whole: boolean;
  profile: 'strict' | 'bagit';
  problems: BagFinding[];
  problemCount: number;
  warnings: BagFinding[];
  signature: SignatureState;
  bundle: BundleJson | null;
  files: Map<string, FileFacts>;
  bytes: number;
}

export type Told =
  | { tell: 'progress'; read: number }
  | { tell: 'items'; items: ItemJson[] }
  | { tell: 'report'; report: ReportMessage }
  | { tell: 'fault'; fault: Fault }
  | { tell: 'answer'; bytes: Uint8Array<ArrayBuffer> | null }
  | { tell: 'whole'; path: string; blob: Blob }
  | { tell: 'piece'; path: string; bytes: Uint8Array }
  | { tell: 'end'; path: string }
  | { tell: 'fileFault'; path: string; fault: Fault };
