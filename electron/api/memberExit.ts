import { agreementsForPolicy, readAgreement } from '#db/agreements/queries.ts';
import { appointmentIds, changeAppointment, readAppointment } from '#db/body/appointments.ts';
import { itemsNaming } from '#db/items/naming.ts';
import { setRemoved } from '#db/items/queries.ts';
import { meetingsWithOpen, readResolutions } from '#db/meetings/queries.ts';
import { peopleOfUnit } from '#db/people/queries.ts';
import { all, find, inOrder } from '#db/tiers.ts';
import { write } from '#db/write.ts';
import { agreementState, isSameUnit } from '#shared/agreements/inForce.ts';
import { type AppointmentFields, tenureState } from '#shared/body/appointment.ts';
import type { CalendarDate } from '#shared/dates.ts';
import type { Problem } from '#shared/errors.ts';
import type { Id } from '#shared/ids.ts';
import type { UnitDetail } from '#shared/members/contract.ts';
import type { OpenVault } from '../vault/session.ts';
import { isEveryTierOpen } from './citations.ts';
import { linkedRefs, refOf } from './shown.ts';

type Standing = UnitDetail['exitStands'][number];
type Found = { point: Standing['point']; id: Id; text: string };

/** What the register still shows of a unit on a day, under the points of the exit checklist to which it belongs. */
export function exitStands(vault: OpenVault, unitId: Id, day: CalendarDate): Standing[] {
  const found: Found[] = [
    ...offices(vault, unitId, day).map(({ id, fields }) => ({
      point: 'GRANTS_REVOKED' as const,
      id,
      text: fields.duty || (linkedRefs(vault, id, 'GROUP')[0]?.title ?? ''),
    })),
    ...agreements(vault, unitId, day).map(({ id, isMembership }) => ({
      point: isMembership ? ('GRANTS_REVOKED' as const) : ('SECRECY_REMINDED' as const),
      id,
      text: '',
    })),
    ...openResolutions(vault, unitId),
    ...all(vault.tiers, (tier) => itemsNaming(tier, unitId))
      .filter(({ kind }) => kind === 'outcome')
      .map(({ id }) => ({ point: 'IP_CONFIRMED' as const, id, text: '' })),
  ];
  return found.flatMap(({ point, id, text }) => {
    const item = refOf(vault.tiers, id);
    return item === null ? [] : [{ point, item, text, endsWithExit: item.kind === 'appointment' }];
  });
}

/**
 * What stands against an exit beside its own checklist: a membership agreement that runs on, and the coordinator, whose office
 * must be handed over and not just end. It may lie in any tier.
 */
export function exitProblems(vault: OpenVault, unitId: Id, day: CalendarDate): Problem[] {
  if (!isEveryTierOpen(vault)) return [{ rule: 'EVERY_TIER_NEEDED' }];
  const running = agreements(vault, unitId, day).find(({ isMembership }) => isMembership);
  const coordinator = offices(vault, unitId, day).find(({ fields }) => fields.role === 'COORDINATOR');
  return [
    ...(running ? [{ rule: 'EXIT_AGREEMENT_RUNS', params: { title: running.title } }] : []),
    ...(coordinator
      ? [{ rule: 'EXIT_COORDINATOR', params: { name: refOf(vault.tiers, coordinator.id)?.title ?? '' } }]
      : []),
  ];
}

/**
 * Ends the offices of the unit's people with its membership: whoever is in office leaves it that day, who was to enter one later
 * does not. In each tier before the unit's own write: a crash between leaves an exit that is closed once more.
 */
export function endOffices(vault: OpenVault, unitId: Id, day: CalendarDate, reason: string): void {
  const ending = offices(vault, unitId, day);
  for (const tier of inOrder(vault.tiers)) {
    const here = ending.filter(({ id }) => find(vault.tiers, id)?.tier === tier);
    if (here.length === 0) continue;
    write(tier, vault.writer, { verb: 'appointment.edit', reason }, (tx) => {
      for (const { id, fields } of here) {
        if (fields.startsOn > day) setRemoved(tx, id, true);
        else changeAppointment(tx, id, refOf(vault.tiers, id)?.title ?? '', { ...fields, endsOn: day });
      }
    });
  }
}

function offices(vault: OpenVault, unitId: Id, day: CalendarDate): { id: Id; fields: AppointmentFields }[] {
  const people = all(vault.tiers, (tier) => peopleOfUnit(tier, unitId));
  return inOrder(vault.tiers).flatMap((tier) =>
    people
      .flatMap((personId) => appointmentIds(tier, personId))
      .map((id) => ({ id, fields: readAppointment(tier, id) }))
      .filter(({ fields }) => tenureState(fields, day) !== 'ENDED' && fields.endsOn !== day),
  );
}

/** In force beyond the day. The 入盟协议 ends with the membership; secrecy goes on. */
function agreements(vault: OpenVault, unitId: Id, day: CalendarDate) {
  const name = find(vault.tiers, unitId)?.item.title ?? '';
  return agreementsForPolicy(vault.tiers)
    .filter(
      (each) =>
        isSameUnit(each.unitName, name) && agreementState(each, day) === 'IN_FORCE' && each.validTo !== day,
    )
    .map(({ id, title }) => {
      const found = find(vault.tiers, id);
      return {
        id,
        title,
        isMembership: found !== null && readAgreement(found.tier, id)?.type === 'ALLIANCE',
      };
    });
}

function openResolutions(vault: OpenVault, unitId: Id): Found[] {
  return inOrder(vault.tiers).flatMap((tier) =>
    meetingsWithOpen(tier).flatMap((id) =>
      readResolutions(tier, id)
        .filter((each) => each.state === 'OPEN' && each.unitId === unitId)
        .map(({ content }) => ({ point: 'PROJECTS_HANDED_OVER' as const, id, text: content })),
    ),
  );
}
