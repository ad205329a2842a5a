import { ORPCError } from '@orpc/server';
import { BundleError } from '#shared/bundles/bundleError.ts';
import { problemOfBundle } from '#shared/bundles/bundleProblem.ts';
import { conflict, damaged, invalid, notAllowed } from './errors.ts';
import { unlocked } from './procedure.ts';

/** As {@link unlocked}, with what the bundle code throws turned into errors of the contract. */
export const withBundles = unlocked.use(async ({ next }) => {
  try {
    return await next();
  } catch (error) {
    throw fromBundleError(error);
  }
});

export function fromBundleError(error: unknown): unknown {
  if (!(error instanceof BundleError)) return error;
  const problem = problemOfBundle(error);
  switch (error.code) {
    case 'CANNOT_DECRYPT':
      return error.data.tried === 'passphrase'
        ? new ORPCError('WRONG_PASSPHRASE', { status: 403 })
        : invalid(problem);
    case 'DAMAGED':
    case 'SIGNATURE_INVALID':
    case 'BAG_INVALID':
    case 'SOURCE_CHANGED':
      return damaged(problem);
    case 'TARGET_EXISTS':
    case 'TARGET_NOT_EMPTY':
      return conflict(problem);
    case 'TARGET_UNUSABLE':
      return notAllowed({ rule: 'PLACE_UNREACHABLE', params: { code: String(error.data.rule ?? '') } });
    case 'DISK_FULL':
      return new ORPCError('DISK_FULL', { status: 507, data: { problems: [{ rule: 'DISK_FULL' }] } });
    default:
      return invalid(problem);
  }
}
