import { openBrowserDoor } from './browserHost.ts';
import type { Door, Host } from './door.ts';
import { openDesktopDoor } from './electronHost.ts';

export type { FileChoice, FolderPurpose, Host, PickedFiles, SessionLoss, UploadEntry } from './door.ts';

const door: Door = window.mengbu === undefined ? openBrowserDoor() : openDesktopDoor(window.mengbu);

/** The door this page came through. */
export const host: Host = door.host;
export const link: Door['link'] = door.link;
