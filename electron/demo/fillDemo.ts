import type { App } from '../app.ts';
import { createVault, type NewVault } from '../vault/create.ts';
import type { OpenVault } from '../vault/session.ts';

/** The passphrase of a demo vault opened by a click; its lock page shows it. */
export const DEMO_PASSPHRASE = 'mengbu-demo-2026';

const DEMO: NewVault = {
  name: '华东肿瘤产学研转化联合体（演示）',
  coordinator: '林致远',
  passphrase: DEMO_PASSPHRASE,
  demo: true,
};

/** Makes the sample joint body in an empty folder and opens it. */
export async function fillDemo(folder: string, app: App, wanted: NewVault = DEMO): Promise<OpenVault> {
  return createVault(folder, wanted, app.openOptions);
}
