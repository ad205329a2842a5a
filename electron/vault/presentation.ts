import { copyPublic } from '#db/publicCopy.ts';
import type { Writer } from '#db/write.ts';
import type { OpenVault } from './session.ts';

/** The vault as a visitor may see it: one tier in memory with what is 公开 now, and nobody who writes. */
export function presentationOf(vault: OpenVault): OpenVault {
  const register = copyPublic(vault.register);
  const writer: Writer = {
    ...vault.writer,
    now() {
      throw new Error('nothing is written in presentation');
    },
  };
  return {
    ...vault,
    register,
    tiers: new Map([['register', register]]),
    keys: new Map(),
    faults: [],
    writer,
    close: async () => void register.sqlite.close(),
  };
}
