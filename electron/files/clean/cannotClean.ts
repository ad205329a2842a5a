/**
 * - FORMAT: nobody here can say where this format, or this variant of it, may hold a place
 * - DAMAGED: it does not follow its own rules, so what is data and what is metadata cannot be told
 * - FILE_TOO_LARGE: more than is read into memory
 */
export type CannotCleanReason = 'FORMAT' | 'DAMAGED' | 'FILE_TOO_LARGE';

export class CannotCleanError extends Error {
  readonly reason: CannotCleanReason;

  constructor(reason: CannotCleanReason) {
    super(reason);
    this.reason = reason;
  }
}
