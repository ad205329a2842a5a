import { answerAppFiles } from '../web/appFiles.ts';
import { isAppUrl, VAULT_FILE_SCHEME } from './origin.ts';

/** Answers `mengbu://app/…` from the folder of the built screens. */
export function answerAppScheme(root: string): (request: Request) => Promise<Response> {
  const appFile = answerAppFiles(root, `${VAULT_FILE_SCHEME}:`);
  return async function answer({ method, url }) {
    if (method !== 'GET' && method !== 'HEAD') return new Response(null, { status: 405 });
    if (!isAppUrl(url)) return new Response(null, { status: 404 });
    const { status, headers, body } = await appFile(new URL(url).pathname);
    return new Response(method === 'HEAD' ? null : body, { status, headers });
  };
}
