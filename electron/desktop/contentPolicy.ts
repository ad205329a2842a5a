/**
 * The policy of the app's pages. Scripts only as files of the app; styles also in elements that carry the nonce of
 * this load; nothing embeds, is embedded, or speaks to anywhere else.
 */
export function appContentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' mengbu-file: blob: data:",
    "media-src 'self' mengbu-file: blob:",
    "font-src 'self'",
    "connect-src 'self' mengbu-file:",
    "worker-src 'self'",
    "manifest-src 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

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
  'bluetooth',
  'midi',
  'payment',
]
  .map((feature) => `${feature}=()`)
  .join(', ');
