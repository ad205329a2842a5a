import { EventEmitter } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { MessagePortMain, UtilityProcess } from 'electron';
import type { PortDouble } from './portDouble.ts';

const SOURCE = import.meta.resolve('#electron/desktop/serviceProcess.ts');

/** The real service process in a thread of its own, seen as Electron's UtilityProcess. Ending it forgets all it held. */
export function forkServiceThread(args: readonly string[], entry: string = SOURCE): UtilityProcess {
  return new ServiceThread(args, entry) as unknown as UtilityProcess;
}

class ServiceThread extends EventEmitter {
  readonly #worker: Worker;

  constructor(args: readonly string[], entry: string) {
    super();
    this.#worker = new Worker(new URL('./serviceThreadEntry.ts', import.meta.url), {
      argv: [...args],
      workerData: entry,
    });
    this.#worker.on('message', ({ message }: { message: unknown }) => this.emit('message', message));
    this.#worker.on('error', (error) => process.emitWarning(error));
    this.#worker.on('exit', (code) => this.emit('exit', code));
  }

  postMessage = (message: unknown, ports: MessagePortMain[] = []) => {
    const moved = ports.map((port) => (port as PortDouble).transferred());
    this.#worker.postMessage({ message, ports: moved }, moved);
  };

  kill = () => {
    void this.#worker.terminate();
    return true;
  };
}
