import type { TierFile } from '#db/open.ts';
import { type FileWithBytes, readFiles } from '#db/records/queries.ts';
import { find } from '#db/tiers.ts';
import { isPublic, type Level } from '#shared/confidentiality/levels.ts';
import type { Citation } from '#shared/records/citation.ts';
import type { OpenVault } from '../vault/session.ts';

export type CitedFile =
  | {
      state: 'PRESENT' | 'CHANGED';
      tier: TierFile;
      level: Level;
      recordTitle: string;
      file: FileWithBytes | null;
    }
  /** Removed, or in a tier that is not open. */
  | { state: 'NOT_OPEN' };

/** The bytes behind a citation, as this session sees them: a file taken out and filed again is the same one. */
export function citedFile(vault: OpenVault, { recordId, fileId, sha256 }: Citation): CitedFile {
  const found = find(vault.tiers, recordId);
  if (found?.item.kind !== 'record') return { state: 'NOT_OPEN' };
  const { tier, item } = found;
  const same = readFiles(tier, recordId).filter((file) => file.sha256 === sha256);
  const file = same.find(({ id }) => id === fileId) ?? same[0] ?? null;
  return {
    state: file ? 'PRESENT' : 'CHANGED',
    tier,
    level: item.level,
    recordTitle: item.title,
    file,
  };
}

/** Whether the file may be shown: its bytes are those cited and its record is 公开. */
export function isShowable(cited: CitedFile): boolean {
  return cited.state === 'PRESENT' && isPublic(cited.level);
}
