/**
 * Every way in which a bundle cannot be made, opened or believed, told apart by code:
 * CANNOT_DECRYPT     the key or passphrase does not open it (data: needs 'passphrase' | 'identity' | 'other')
 * DAMAGED            the sealed bytes, or the archive inside, are not what was written
 * NOT_A_BUNDLE       something else: no age file, no tar, no bag
 * NEWER_VERSION      a later format; data.needs names it
 * SIGNATURE_INVALID  missing, made for something else, or by another key than the sender's
 * BAG_INVALID        files missing, extra or changed, or against the format (data: path, rule)
 * REFUSED_ENTRY      an archive entry no careful program unpacks (data: entry, rule)
 * PLAN_INVALID       what was to be written is not allowed in a bundle (data: rule, entry)
 * SOURCE_CHANGED     a file's bytes differ from the size or hash it was filed with (data: entry)
 * KEY_INVALID        a key, recipient or identity text is not one (data: rule)
 * TARGET_EXISTS, TARGET_NOT_EMPTY, TARGET_UNUSABLE, DISK_FULL, FILE_TOO_LARGE   about the place to write to (data: path)
 */
export type BundleErrorCode =
  | 'CANNOT_DECRYPT'
  | 'DAMAGED'
  | 'NOT_A_BUNDLE'
  | 'NEWER_VERSION'
  | 'SIGNATURE_INVALID'
  | 'BAG_INVALID'
  | 'REFUSED_ENTRY'
  | 'PLAN_INVALID'
  | 'SOURCE_CHANGED'
  | 'KEY_INVALID'
  | 'TARGET_EXISTS'
  | 'TARGET_NOT_EMPTY'
  | 'TARGET_UNUSABLE'
  | 'DISK_FULL'
  | 'FILE_TOO_LARGE';

/** `rule` names the broken rule; `entry` the file or archive entry, control characters made visible. */
export type BundleErrorData = Readonly<Record<string, string | number | null>>;

export class BundleError extends Error {
  readonly code: BundleErrorCode;
  readonly data: BundleErrorData;

  constructor(code: BundleErrorCode, data: BundleErrorData = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(data)}`, options);
    this.name = 'BundleError';
    this.code = code;
    this.data = data;
  }
}
