import { powerMonitor } from 'electron';

/** Locks when the person has surely left the machine. Idleness is watched by the screens, which know what is being typed. */
export function lockWithSystem(lock: () => void): void {
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('user-did-resign-active', lock);
  powerMonitor.on('shutdown', lock);
}
