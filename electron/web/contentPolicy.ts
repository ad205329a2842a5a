/**
 * The policy of the app's pages. Scripts only as files of the app; styles also in elements that carry the nonce of
 * this load; `vaultFiles` is the scheme of vault files where it is not the page's own. Nothing is embedded but the booth page
 * in its sandbox; nothing embeds, or speaks to anywhere else.
 */
export function appContentPolicy(nonce: string, vaultFiles = ''): string {
  const files = vaultFiles === '' ? '' : ` ${vaultFiles}`;
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self'${files} blob: data:`,
    `media-src 'self'${files} blob:`,
    "font-src 'self'",
    `connect-src 'self'${files}`,
    "worker-src 'self'",
    "manifest-src 'none'",
    // The booth page alone lets itself be framed.
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * The carried reader is one page with its script inside and a policy of its own that names the script's hash: the strictest
 * part of both would stop it, so the door adds only what a page cannot say of itself.
 */
export const READER_POLICY = "frame-ancestors 'none'";

/**
 * The booth page is framed by the preview of an exhibition, which hands it what to show. Its origin is nobody's: it reaches
 * neither the service nor the page around it.
 */
export const BOOTH_POLICY = "sandbox allow-scripts; frame-ancestors 'self'";

/** A vault file is data, whoever wrote it: opened as a page it may do nothing at all. */
export const VAULT_FILE_POLICY = "sandbox; default-src 'none'";

/** Powers of the platform no page of the app has a use for. Full screen stays, for pictures and video. */
export const PERMISSIONS_POLICY = [
  'camera',
  'microphone',
  'geolocation',
  'display-capture',
  'usb',
  'serial',
  'hid',
  'midi',
  'payment',
]
  .map((feature) => `${feature}=()`)
  .join(', ');
