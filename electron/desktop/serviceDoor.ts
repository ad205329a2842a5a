import type { MessagePortMain, ParentPort } from 'electron';
import type { Place } from '#shared/places.ts';
import { answerFile, type ReadableFile } from './fileAnswers.ts';
import type { FromService, Granted, ToService } from './serviceMessages.ts';

/** What the desktop asks of the service beyond the contract. */
export type DesktopService = {
  /** Lets a page speak the contract. */
  serve(port: MessagePortMain): void;
  /** null: nothing readable is at that path. */
  grant(path: string): Promise<Place | null>;
  /** null: the address is unknown or has run out. */
  openFile(address: string): Promise<ReadableFile | null>;
  /** Finishes the write under way, closes the vault and forgets the keys. */
  close(): Promise<void>;
  /** The folder whose lock page is shown. */
  chosen(): string | null;
};

/**
 * Answers the main process. It may speak before the service is open: nothing is lost, everything waits. Returns what
 * the service calls when it was locked from within.
 */
export function answerMain(
  parent: ParentPort,
  opening: Promise<DesktopService>,
): { closed(service: Pick<DesktopService, 'chosen'>): void } {
  parent.on('message', ({ data, ports }: { data: ToService; ports: MessagePortMain[] }) => {
    void opening.then((service) => answer(service, data, ports[0]));
  });
  const closed = ({ chosen }: Pick<DesktopService, 'chosen'>) =>
    parent.postMessage({ kind: 'closed', chosen: chosen() } satisfies FromService);

  async function answer(service: DesktopService, message: ToService, port: MessagePortMain | undefined) {
    if (message.kind === 'close') {
      await service.close();
      closed(service);
    } else if (port === undefined) {
      throw new Error(`A message of kind ${message.kind} came without its port.`);
    } else if (message.kind === 'serve') {
      service.serve(port);
    } else if (message.kind === 'grant') {
      port.postMessage({ place: await service.grant(message.path).catch(() => null) } satisfies Granted);
    } else {
      answerFile(port, await service.openFile(message.address).catch(() => null));
    }
  }
  return { closed };
}
