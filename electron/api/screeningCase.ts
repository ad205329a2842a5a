import { readVersions } from '#db/body/rulesets.ts';
import { insertItem, setLinks } from '#db/items/queries.ts';
import { readUnitRow, setMembership } from '#db/members/queries.ts';
import type { TierFile } from '#db/open.ts';
import { readScreening, screeningsOfUnit } from '#db/screening/queries.ts';
import { insertScreening } from '#db/screening/writes.ts';
import { all, find } from '#db/tiers.ts';
import { type WriteTx, write } from '#db/write.ts';
import { versionName } from '#shared/body/ruleset.ts';
import type { Level } from '#shared/confidentiality/levels.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import type { CalendarDate } from '#shared/dates.ts';
import type { Id } from '#shared/ids.ts';
import { type MemberCategory, USUAL_WEIGHTS } from '#shared/members/membership.ts';
import { BLANK_CASE, type NewCase } from '#shared/screening/case.ts';
import { isEnded } from '#shared/screening/stages.ts';
import type { OpenVault } from '../vault/session.ts';
import { conflict, invalid, notAllowed, notFound } from './errors.ts';
import { linkTargets } from './items.ts';

/** Writes a case that stands at DRAFT. @throws INVALID where the unit is not there or more confidential. */
export function insertCase(
  vault: OpenVault,
  tx: WriteTx,
  wanted: { id: Id; level: Level; unitId: Id; fields: NewCase; entered: 'DECIDED' | 'AFTERWARDS' },
): void {
  const { id, level, unitId, fields, entered } = wanted;
  const unit = linkTargets(vault, tx.tier, [unitId], 'unit', 'unitId');
  insertItem(tx, {
    id,
    kind: 'screening',
    title: find(vault.tiers, unitId)?.item.title ?? '',
    level,
    term: defaultTerm(level),
    levelFrom: null,
    basis: '',
    personalInfo: false,
  });
  insertScreening(tx, id, { ...BLANK_CASE, ...fields, ...charterOf(vault, tx.tier, fields) }, entered);
  setLinks(tx, id, 'UNIT', unit);
}

/** What the named version of the charter is called. @throws INVALID where there is no such version, or it is more confidential. */
function charterOf(vault: OpenVault, tier: TierFile, { charter, charterVersion }: NewCase) {
  if (charterVersion === null) return { charter };
  const { rulesetId, versionId } = charterVersion;
  linkTargets(vault, tier, [rulesetId], 'ruleset', 'fields.charter');
  const found = find(vault.tiers, rulesetId);
  const version = found ? readVersions(found.tier, rulesetId).find(({ id }) => id === versionId) : undefined;
  if (!found || !version) throw invalid({ rule: 'LINK_TARGET_MISSING', field: 'fields.charter' });
  return { charter: versionName(found.item.title, version.number) };
}

/** @throws CONFLICT where the unit is a member, or another case about it runs. */
export function assertNoneRuns(vault: OpenVault, unitId: Id): void {
  const found = find(vault.tiers, unitId);
  if (found?.item.kind !== 'unit') throw invalid({ rule: 'LINK_TARGET_MISSING', field: 'unitId' });
  const row = readUnitRow(found.tier, unitId);
  if (row?.memberSince && row.memberUntil === null)
    throw conflict({ rule: 'UNIT_IS_MEMBER', field: 'unitId' });
  const runs = all(vault.tiers, (tier) => screeningsOfUnit(tier, unitId)).some(
    ({ stage }) => !isEnded(stage),
  );
  if (runs) throw conflict({ rule: 'CASE_RUNS', field: 'unitId' });
}

/** @throws NOT_ALLOWED for a case that has ended: it stays as it was decided. */
export function assertRuns(tier: TierFile, caseId: Id): void {
  const row = readScreening(tier, caseId);
  if (!row) throw notFound();
  if (isEnded(row.stage)) throw notAllowed({ rule: 'CASE_ENDED' });
}

/**
 * Makes a unit a member from a day on. In the write of its case where both lie in one tier, else in one of its own before
 * it: a crash between leaves a member whose case is decided once more.
 */
export function admit(
  vault: OpenVault,
  caseTier: TierFile,
  unitId: Id | undefined,
  since: CalendarDate,
  category: MemberCategory,
): (tx: WriteTx) => void {
  const found = unitId === undefined ? null : find(vault.tiers, unitId);
  if (found?.item.kind !== 'unit') throw invalid({ rule: 'LINK_TARGET_MISSING', field: 'unitId' });
  const { vote, benefit } = USUAL_WEIGHTS[category];
  const join = (tx: WriteTx) =>
    setMembership(tx, found.item.id, {
      memberCategory: category,
      voteWeight: vote,
      benefitWeight: benefit,
      memberSince: since,
      memberUntil: null,
      exitDone: [],
    });
  if (found.tier === caseTier) return join;
  write(found.tier, vault.writer, { verb: 'unit.admit' }, join);
  return () => undefined;
}
