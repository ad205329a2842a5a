import type { App } from '../app.ts';
import { createVault } from '../vault/create.ts';
import type { OpenVault } from '../vault/session.ts';

/** The passphrase of every demo vault; its lock page shows it. */
export const DEMO_PASSPHRASE = 'mengbu-demo-2026';

/** Makes the sample joint body in an empty folder and opens it. */
export async function fillDemo(folder: string, app: App): Promise<OpenVault> {
  const wanted = {
    name: '华东肿瘤产学研转化联合体（演示）',
    coordinator: '林致远',
    passphrase: DEMO_PASSPHRASE,
    demo: true,
  };
  return createVault(folder, wanted, app.openOptions);
}
