import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { isAppUrl } from './origin.ts';

/** Whether a message comes from the top frame of our own window, showing a page of the app. */
export function isTrustedSender(event: IpcMainInvokeEvent, own: WebContents | null): boolean {
  const frame = event.senderFrame;
  return (
    own !== null && event.sender === own && frame !== null && frame === own.mainFrame && isAppUrl(frame.url)
  );
}
