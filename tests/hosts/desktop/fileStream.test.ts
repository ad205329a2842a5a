import { describe, expect, it } from 'vitest';
import { answerFile } from '#electron/desktop/fileAnswers.ts';
import { type OpenFile, openFile } from '#electron/desktop/fileStream.ts';
import { fileOf } from './fileOf.ts';
import { ChannelDouble } from './portDouble.ts';

/** A file opened over a channel, and when the service's end sees it closed. */
async function opened(): Promise<{ file: OpenFile; closed: Promise<void> }> {
  const { port1, port2 } = new ChannelDouble();
  const closed = new Promise<void>((resolve) => port2.once('close', resolve));
  answerFile(port2, fileOf(new Uint8Array(3_000_000)));
  const file = await openFile(port1);
  if (file === null) throw new Error('The file was not opened.');
  return { file, closed };
}

/** A port left open would keep the file's reader alive in the service for as long as the window lives. */
describe('the port of a file is closed', () => {
  it('when its reader turns away', async () => {
    const { file, closed } = await opened();
    const reader = file.bytes({ start: 0, end: 3_000_000 }).getReader();
    await reader.read();
    await reader.cancel();
    await expect(closed).resolves.toBeUndefined();
  });

  it('when its last byte was taken', async () => {
    const { file, closed } = await opened();
    const bytes = await new Response(file.bytes({ start: 5, end: 2_000_000 })).arrayBuffer();
    expect(bytes.byteLength).toBe(1_999_995);
    await expect(closed).resolves.toBeUndefined();
  });

  it('when nothing of it is wanted', async () => {
    const { file, closed } = await opened();
    file.close();
    await expect(closed).resolves.toBeUndefined();
  });

  it('when there is no such file', async () => {
    const { port1, port2 } = new ChannelDouble();
    const closed = new Promise<void>((resolve) => port2.once('close', resolve));
    answerFile(port2, null);
    expect(await openFile(port1)).toBeNull();
    await expect(closed).resolves.toBeUndefined();
  });
});
