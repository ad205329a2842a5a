/**
 * Chinese text in the binary Office and WPS formats (compound files), for the import guard alone. They keep it as UTF-16LE in one piece or
 * several; this takes every run of it that lies in the head, line by line, without knowing the format. Random bytes can look like
 * rare characters, so the result is neither shown nor searched.
 */
export function oleHeadText(head: Uint8Array): string {
  const units = new TextDecoder('utf-16le').decode(head.subarray(0, head.byteLength & ~1));
  const runs = units.match(/[\p{Script=Han}\p{P}\p{S}\p{Zs}A-Za-z0-9\r\n\t\v\f]{2,}/gu) ?? [];
  return runs.join('\n');
}

/** An encrypted Office document keeps all of itself in a stream of this name ([MS-OFFCRYPTO] §2.3.4.1). */
export function isEncryptedOle(head: Uint8Array): boolean {
  return Buffer.from(head.buffer, head.byteOffset, head.byteLength).includes(ENCRYPTED_PACKAGE);
}

export const OLE_HEAD_BYTES = 1024 * 1024;
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');
