/**
 * What a bundle may hold at most. Writer and reader use the same numbers, so nothing is written that cannot be
 * read, and a hostile file is refused before anything is allocated for it. All sizes in bytes.
 */
export const LIMITS = {
  ageHeaderBytes: 128 * 1024,
  ageStanzas: 64,
  /** 2^18 · 8 · 128 B = 256 MiB and about a second. */
  scryptLogN: 18,
  entries: 300_000,
  paxHeaderBytes: 64 * 1024,
  pathBytes: 1024,
  pathDepth: 32,
  nameBytes: 150,
  /** 8 TiB: below 2^53 with room for sums. */
  totalBytes: 8 * 2 ** 40,
  /** One manifest, tag file or index kept in memory. */
  manifestBytes: 96 * 1024 * 1024,
  tagFileBytes: 1024 * 1024,
  tagFiles: 64,
  signatureBytes: 16 * 1024,
  bundleJsonBytes: 1024 * 1024,
  itemJsonBytes: 4 * 1024 * 1024,
  jsonDepth: 32,
  /** Problems kept by name; beyond that they are only counted. */
  reportedProblems: 200,
} as const;
