import type { App } from '../app.ts';
import type { OpenVault } from '../vault/session.ts';

/** What every call brings along: the service, and the session it comes from ('desktop' and 'cli' have one each). */
export type ApiContext = { app: App; session: string };

/** The context of a call that is only answered while the vault is open in the caller's session. */
export type UnlockedContext = ApiContext & { vault: OpenVault };
