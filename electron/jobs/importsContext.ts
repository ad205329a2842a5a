import type { TierFile } from '#db/open.ts';
import type { Writer } from '#db/write.ts';
import type { Id } from '#shared/ids.ts';
import type { ImportPlan } from '#shared/records/importsContract.ts';
import type { Inspector } from '../files/inspector.ts';
import type { OpenVault } from '../vault/session.ts';

/** What every step of one running import works with. It lives in one tier from the first byte. */
export type ImportContext = {
  readonly id: Id;
  readonly plan: ImportPlan;
  readonly source: 'PLACES' | 'UPLOADS';
  readonly vault: OpenVault;
  readonly tier: TierFile;
  readonly writer: Writer;
  readonly inspector: Inspector;
  /** Aborted when the import stops, for whatever reason. */
  readonly signal: AbortSignal;
  /** The next entry's place in the order. */
  takePosition(): number;
  /** Says how many bytes of an entry have arrived; the tray counts them. */
  moved(entryId: Id, bytes: number): void;
};
