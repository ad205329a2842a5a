import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { MessagePortMain } from 'electron';

/** Electron's port in the main and utility process, over Node's own: the same events, queueing and copying. */
export class PortDouble extends EventEmitter implements MessagePortMain {
  readonly #port: MessagePort;
  #started = false;

  constructor(port: MessagePort) {
    super();
    this.#port = port;
    port.on('close', () => this.emit('close'));
  }

  postMessage(message: unknown, transfer: MessagePortMain[] = []): void {
    const ports = transfer.map((port) => (port as PortDouble).transferred());
    this.#port.postMessage({ message, ports }, ports);
  }

  start(): void {
    if (this.#started) return;
    this.#started = true;
    this.#port.on('message', ({ message, ports }: { message: unknown; ports: MessagePort[] }) => {
      this.emit('message', { data: message, ports: ports.map((port) => new PortDouble(port)) });
    });
  }

  close(): void {
    this.#port.close();
  }

  /** The port below, on its way to another owner. */
  transferred(): MessagePort {
    return this.#port;
  }
}

export class ChannelDouble {
  readonly port1: PortDouble;
  readonly port2: PortDouble;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new PortDouble(port1);
    this.port2 = new PortDouble(port2);
  }
}
