import { DEMO_PASSPHRASE } from '#shared/vault/demoPassphrase.ts';
import type { App } from '../app.ts';
import type { NewVault } from '../vault/create.ts';
import type { OpenVault } from '../vault/session.ts';
import { BODY } from './content/units.ts';

const DEMO: NewVault = {
  name: `${BODY.name}（演示）`,
  coordinator: '林致远',
  passphrase: DEMO_PASSPHRASE,
  demo: true,
};

/** A published passphrase is not made safer by work. */
const PUBLISHED_LOG_N = 12;

/**
 * Makes the sample joint body in an empty folder, by the same procedures a person's clicks call, and opens it. On failure
 * nothing is left of it.
 */
export async function fillDemo(folder: string, app: App, wanted: NewVault = DEMO): Promise<OpenVault> {
  // Loaded on demand: the drawing library is large, and the service's procedures load this file.
  const { fillSample } = await import('./fillSample.ts');
  const logN = app.openOptions.scryptLogN;
  const published = Math.min(PUBLISHED_LOG_N, logN);
  return fillSample(folder, app, wanted, {
    scryptLogN: wanted.passphrase === DEMO_PASSPHRASE ? published : logN,
    otherPassphrase: DEMO_PASSPHRASE,
    otherScryptLogN: published,
  });
}
