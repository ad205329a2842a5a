import { readAppointment } from '#db/body/appointments.ts';
import { readItem } from '#db/items/queries.ts';
import { readUnit } from '#db/members/queries.ts';
import type { TierFile } from '#db/open.ts';
import type { Id } from '#shared/ids.ts';
import type { OpenVault } from '../vault/session.ts';
import { assertOneCoordinator } from './appointments.ts';
import { assertCodeFree } from './members.ts';

/**
 * Of what there may be only one, an undo can bring back a second: a unit whose code another took meanwhile, a coordinator whose
 * office another holds. For use within the write that brings it back.
 *
 * @throws CONFLICT
 */
export function assertStillAlone(vault: OpenVault, tier: TierFile, itemId: Id): void {
  const item = readItem(tier, itemId);
  if (item?.state !== 'ACTIVE') return;
  if (item.kind === 'unit') assertCodeFree(vault, itemId, readUnit(tier, itemId).uscc);
  if (item.kind !== 'appointment') return;
  const fields = readAppointment(tier, itemId);
  if (fields.role === 'COORDINATOR') assertOneCoordinator(vault, item.level, fields, itemId);
}
