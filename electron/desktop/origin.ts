/** The addresses the desktop knows. Both schemes are standard ones, so their pages have a real origin. */
export const APP_SCHEME = 'mengbu';
export const APP_ORIGIN = 'mengbu://app';
export const VAULT_FILE_SCHEME = 'mengbu-file';

/** Whether an address is a page or file of the app itself. */
export function isAppUrl(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === `${APP_SCHEME}:` && url.host === 'app' && url.username === '';
}

/** Whether a request stays within the app: own files, vault files, or what a page made itself. */
export function staysInside(address: string): boolean {
  const url = URL.parse(address);
  if (url === null) return false;
  if (url.protocol === `${VAULT_FILE_SCHEME}:`) return url.host === 'vault';
  // blob:null is what the booth page, whose origin is nobody's, made of the pictures it was handed.
  if (url.protocol === 'blob:')
    return /^blob:null\//.test(address) || isAppUrl(address.slice('blob:'.length));
  return url.protocol === 'data:' || isAppUrl(address);
}
