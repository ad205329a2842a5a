import { parentPort, workerData } from 'node:worker_threads';
import { PortDouble } from './portDouble.ts';

/** Puts `process.parentPort` where Electron's utility process has it, then runs the entry that `workerData` names. */
if (parentPort === null) throw new Error('This file is run as a thread.');
const port = new PortDouble(parentPort);
port.on('newListener', (event) => {
  if (event === 'message') port.start();
});
Object.assign(process, { parentPort: port });
await import(workerData);
