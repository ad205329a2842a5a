import type { PickedFiles } from '../../../host/host.ts';

let handed: PickedFiles | null = null;

/** A dropped file on its way to the view that opens it; in memory alone. */
export function handFile(files: PickedFiles): void {
  handed = files;
}

/** Taken once; null when the view was opened by itself. */
export function takeHandedFile(): PickedFiles | null {
  const taken = handed;
  handed = null;
  return taken;
}
