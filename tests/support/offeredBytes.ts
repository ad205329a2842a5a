import type { TestApp } from './openTestApp.ts';

/** What a browser would get at an offered address. */
export async function offeredBytes(app: TestApp, { address }: { address: string }): Promise<Buffer> {
  const file = app.app.openFile(address);
  if (!file) throw new Error('nothing is offered there');
  return Buffer.from(await file.read(0, file.size));
}
