import { RPCLink } from '@orpc/client/fetch';
import { ProblemsError } from '../problemsError.ts';
import { askForFiles, askForFolder } from './ask.ts';
import { browserSession, type Session } from './browserSession.ts';
import { chooseUploads } from './chooseUploads.ts';
import type { Door, Host } from './door.ts';
import { droppedEntries } from './droppedEntries.ts';

/** The browser door: calls by fetch on the page's own origin, each with the key of this tab's session. */
export function openBrowserDoor(): Door {
  const session = browserSession();
  const link = new RPCLink({
    url: () => new URL('/rpc', window.location.origin),
    fetch: (request) => session.fetch(request),
  });
  return { host: browserHost(session), link };
}

function browserHost(session: Session): Host {
  return {
    door: 'browser',
    pickFolder: (purpose) => askForFolder(purpose),
    pickFiles: (choice) => (choice.endings.length === 0 ? chooseUploads(choice.many) : askForFiles(choice)),
    fileUrl,
    save: (address, suggestedName) => download(fileUrl(address), suggestedName),
    upload: (importId, entryId, file, signal) => upload(session, importId, entryId, file, signal),
    protectContent: () => {},
    dropped: async (data) => {
      const entries = await droppedEntries(data);
      return entries.length === 0 ? null : { kind: 'uploads', entries };
    },
    onServiceReplaced: () => () => {},
    onSessionLost: (listener) => session.onLost(listener),
    print: () => window.print(),
    showLanguage: () => {},
  };
}

function fileUrl(address: string): string {
  return `/file/${encodeURIComponent(address)}`;
}

/** The browser keeps what the address answers as a file; the door says "attachment" and the name. */
async function download(url: string, suggestedName: string): Promise<void> {
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = suggestedName;
  anchor.click();
}

async function upload(
  session: Session,
  importId: string,
  entryId: string,
  file: Blob,
  signal?: AbortSignal,
): Promise<void> {
  const url = new URL(`/upload/${importId}/${entryId}`, window.location.origin);
  const response = await session.fetch(
    new Request(url, {
      method: 'PUT',
      body: file,
      signal: signal ?? null,
      headers: { 'content-type': 'application/octet-stream' },
    }),
  );
  if (!response.ok) throw new ProblemsError([{ rule: 'UPLOAD_FAILED', params: { status: response.status } }]);
}
