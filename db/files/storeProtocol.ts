import type { Tier } from '#shared/confidentiality/levels.ts';
import type { StoredBytes } from './blobWriter.ts';

/** What the service asks of the store worker. Each request has a number; its answer bears the same. */
export type StoreRequest =
  | { id: number; do: 'open'; folder: string; tier: Tier; key: Uint8Array; limit?: number }
  | { id: number; do: 'storeFile'; tier: Tier; blob: number; path: string }
  | { id: number; do: 'begin'; tier: Tier; blob: number }
  | { id: number; do: 'write'; tier: Tier; blob: number; bytes: Uint8Array }
  | { id: number; do: 'finish'; tier: Tier; blob: number }
  | { id: number; do: 'abandon'; tier: Tier; blob: number }
  | { id: number; do: 'erase'; tier: Tier; blobs: number[] }
  | { id: number; do: 'sync'; tier: Tier }
  | { id: number; do: 'close' };

export type StoreFailure = { code: string; message: string };

export type StoreAnswer =
  | { id: number; ok: true; stored?: StoredBytes; highest?: number }
  | { id: number; ok: false; failure: StoreFailure };
