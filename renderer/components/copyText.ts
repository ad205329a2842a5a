import type { Catalogue } from '#shared/translations/catalogue.ts';
import { notifyDone, notifyProblem } from '../notices.ts';

/** Copies a text and says so; a browser may refuse its clipboard. */
export async function copyText(t: Catalogue, text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    notifyProblem([t.actions.notCopied]);
    return;
  }
  notifyDone(t.actions.copied);
}
