import { join, resolve } from 'node:path';
import { app } from 'electron';

/** Where Mengbu keeps what belongs to this machine and not to a vault. The variable is for tests and for portable copies. */
export function homeFolder(): string {
  const named = process.env.MENGBU_HOME;
  return named ? resolve(named) : join(app.getPath('appData'), 'Mengbu');
}
