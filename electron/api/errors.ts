import { ORPCError } from '@orpc/server';
import { ForeignFileError } from '#db/cipher.ts';
import { BlobMissingError } from '#db/files/blobReader.ts';
import { StoreError } from '#db/files/store.ts';
import { VaultInUseError } from '#db/lock.ts';
import { NewerVaultError } from '#db/migrate.ts';
import type { Problem } from '#shared/errors.ts';
import { SheetError } from '../sheets/sheetError.ts';
import { FolderTakenError } from '../vault/create.ts';
import { WrongPassphraseError } from '../vault/passphrase.ts';
import { RegisterFaultError } from '../vault/session.ts';

export function notFound(): ORPCError<'NOT_FOUND', undefined> {
  return new ORPCError('NOT_FOUND', { status: 404 });
}

export function invalid(...problems: Problem[]): ORPCError<'INVALID', { problems: Problem[] }> {
  return new ORPCError('INVALID', { status: 422, data: { problems } });
}

export function conflict(...problems: Problem[]): ORPCError<'CONFLICT', { problems: Problem[] }> {
  return new ORPCError('CONFLICT', { status: 409, data: { problems } });
}

export function notAllowed(...problems: Problem[]): ORPCError<'NOT_ALLOWED', { problems: Problem[] }> {
  return new ORPCError('NOT_ALLOWED', { status: 403, data: { problems } });
}

export function damaged(...problems: Problem[]): ORPCError<'DAMAGED', { problems: Problem[] }> {
  return new ORPCError('DAMAGED', { status: 500, data: { problems } });
}

const FULL = new Set(['SQLITE_FULL', 'ENOSPC', 'EDQUOT']);
const UNREACHABLE = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOENT',
  'ENOTDIR',
  'ENODEV',
  'ENXIO',
  'EIO',
  'ESTALE',
  'SQLITE_CANTOPEN',
  'SQLITE_READONLY',
]);

/** Errors of the floors below as errors of the contract. What is not known stays what it is: a fault of the program. */
export function toContractError(error: unknown): unknown {
  if (error instanceof ORPCError || !(error instanceof Error)) return error;
  if (error instanceof WrongPassphraseError) return new ORPCError('WRONG_PASSPHRASE', { status: 403 });
  if (error instanceof VaultInUseError)
    return new ORPCError('VAULT_IN_USE', { status: 409, data: { holder: error.holder } });
  if (error instanceof NewerVaultError)
    return new ORPCError('NEWER_VERSION', { status: 409, data: { needs: error.needs } });
  if (error instanceof FolderTakenError) return invalid({ rule: error.rule, field: 'place' });
  if (error instanceof RegisterFaultError) return damaged({ rule: error.rule });
  if (error instanceof SheetError) return invalid({ rule: error.rule, field: 'file', params: error.params });
  if (error instanceof BlobMissingError) return damaged({ rule: 'FILE_BYTES_MISSING' });
  if (error instanceof ForeignFileError) return damaged({ rule: 'TIER_FILE_FOREIGN' });
  const code =
    error instanceof StoreError || 'code' in error ? String((error as { code: unknown }).code) : '';
  if (FULL.has(code))
    return new ORPCError('DISK_FULL', { status: 507, data: { problems: [{ rule: 'DISK_FULL' }] } });
  if (code.startsWith('SQLITE_CORRUPT')) return damaged({ rule: 'DATABASE_DAMAGED' });
  if (UNREACHABLE.has(code)) return notAllowed({ rule: 'PLACE_UNREACHABLE', params: { code } });
  return error;
}
