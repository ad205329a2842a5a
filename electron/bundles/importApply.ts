import { insertImport, insertImportItem, readReceivedItem, setReceivedItem } from '#db/bundles/received.ts';
import { type LooseBlob, nameBlob } from '#db/files/store.ts';
import { insertItem, readItem, setLevel, setLinks, setRemoved, setTitle } from '#db/items/queries.ts';
import type { LinkRole } from '#db/items/schema.ts';
import { changeUnit, insertUnit, readUnit } from '#db/members/queries.ts';
import type { TierFile } from '#db/open.ts';
import { changePerson, insertPerson, readPerson } from '#db/people/queries.ts';
import { changeProject, insertProject, readProject } from '#db/projects/queries.ts';
import { readFiles } from '#db/records/queries.ts';
import { arrangeFiles, changeRecord, insertFile, insertRecord, removeFile } from '#db/records/writes.ts';
import { find } from '#db/tiers.ts';
import { type WriteTx, write } from '#db/write.ts';
import type { ItemJson, RecordJson } from '#shared/bundles/itemJson.ts';
import { canonicalJson, type Json } from '#shared/canonical.ts';
import { levelChange, TIERS } from '#shared/confidentiality/levels.ts';
import type { Term } from '#shared/confidentiality/terms.ts';
import { type Id, newId } from '#shared/ids.ts';
import type { ItemKind } from '#shared/items.ts';
import type { UnitFields } from '#shared/members/unit.ts';
import { EMPTY_PERSON_FIELDS, type PersonFields } from '#shared/people/person.ts';
import type { ProjectFields } from '#shared/projects/project.ts';
import { EMPTY_RECORD_FIELDS, type RecordFields, yearOfDate } from '#shared/records/recordFields.ts';
import type { OpenVault } from '../vault/session.ts';
import { type Candidate, linkFields } from './importCompare.ts';
import { byPosition } from './importFields.ts';
import type { TakenFile } from './importFiles.ts';
import { fileColumns } from './importInspection.ts';

/** An item with the fields to take; empty: everything was decided to stay as it is. */
export type Resolved = Candidate & { take: readonly string[] };

export type ImportDeed = { importId: Id; bundleId: string; sender: { vaultId: string; unit: string } };

/** Writes one tier's part of an import in one transaction. Blobs that turned out to be here already are added to `spare`. */
export function applyInTier(
  vault: OpenVault,
  tier: TierFile,
  deed: ImportDeed,
  items: readonly Resolved[],
  taken: ReadonlyMap<string, TakenFile>,
  spare: LooseBlob[],
): void {
  const { importId, bundleId } = deed;
  const about = canonicalJson({ bundle: bundleId, import: importId });
  write(tier, vault.writer, { verb: 'bundle.import', about }, (tx) => {
    insertImport(tx, { id: importId, bundleId, actorId: vault.me.id });
    for (const item of items) applyOne(vault, tx, deed, item, taken, spare);
  });
}

function applyOne(
  vault: OpenVault,
  tx: WriteTx,
  { importId, bundleId, sender }: ImportDeed,
  item: Resolved,
  taken: ReadonlyMap<string, TakenFile>,
  spare: LooseBlob[],
): void {
  const { id, json, local, take, owner, theirs } = item;
  const before = local && readReceivedItem(tx.tier, id);
  const fields = Object.fromEntries(take.map((field) => [field, theirs[field] ?? null]));
  if (!local) create(tx, item, sender, bundleId);
  else if (local.item.state === 'REMOVED') setRemoved(tx, id, false);
  if (take.length > 0) {
    writeOwn(tx, json.kind, id, fields);
    writeLinks(vault, tx, id, fields);
    writeLevel(tx, id, json, fields);
    if (json.kind === 'record' && 'files' in fields) writeFiles(tx, id, json, taken, spare);
  }
  if (owner === 'THEIRS') {
    setReceivedItem(tx, {
      itemId: id,
      bundleId,
      originVersion: json.itemVersion,
      originState: json.kind === 'record' ? json.state : '',
      originCode: json.kind === 'record' ? json.refCode : null,
      // Of the links what could be made: the others are offered again when their ends are here.
      base: { ...theirs, ...madeLinks(vault, id, json.kind, theirs) },
    });
  }
  const changed = take.length > 0 || local?.item.state === 'REMOVED';
  insertImportItem(tx, {
    importId,
    itemId: id,
    deed: local ? (changed ? 'UPDATED' : 'KEPT') : 'CREATED',
    // The write stores the new state when it ends, one version on.
    version: (local?.item.version ?? 0) + (changed || !local ? 1 : 0),
    receivedBefore: before,
  });
}

/** The item with nothing but what its row needs; the fields follow. */
function create(tx: WriteTx, { id, json }: Resolved, sender: ImportDeed['sender'], bundleId: string): void {
  insertItem(tx, {
    id,
    kind: json.kind,
    title: '',
    level: json.level.code,
    term: json.level.term as Term,
    levelFrom: json.kind === 'record' ? json.fields.docDate : null,
    basis: '',
    personalInfo: json.personalInfo,
    origin: { vault: sender.vaultId, id: json.id, unit: sender.unit, bundle: bundleId },
  });
  if (json.kind === 'record') insertRecord(tx, id, EMPTY_RECORD_FIELDS);
  if (json.kind === 'person') insertPerson(tx, id, EMPTY_PERSON_FIELDS);
  if (json.kind === 'unit') insertUnit(tx, id, { name: '', shortName: '', role: 'SOCIETY', note: '' });
  if (json.kind === 'project')
    insertProject(tx, id, { name: '', code: '', startedOn: null, endedOn: null, note: '' });
}

const NOT_COLUMNS: ReadonlySet<string> = new Set([
  'files',
  'level',
  'personalInfo',
  'projectId',
  'peopleIds',
  'unitId',
  'leadId',
]);

function writeOwn(tx: WriteTx, kind: ItemJson['kind'], id: Id, fields: Record<string, Json>): void {
  const own = Object.fromEntries(Object.entries(fields).filter(([field]) => !NOT_COLUMNS.has(field)));
  const { title, ...rest } = own;
  const name = typeof title === 'string' ? title : (readItem(tx.tier, id)?.title ?? '');
  if (kind === 'record') {
    const changes = own as Partial<RecordFields>;
    const year = changes.year ?? (changes.docDate ? yearOfDate(changes.docDate) : undefined);
    changeRecord(tx, id, { ...changes, ...(year == null ? {} : { year }) });
  } else if (kind === 'person')
    changePerson(tx, id, { ...readPerson(tx.tier, id), ...(rest as Partial<PersonFields>), name });
  else if (kind === 'unit')
    changeUnit(tx, id, { ...readUnit(tx.tier, id), ...(rest as Partial<UnitFields>), name });
  else changeProject(tx, id, { ...readProject(tx.tier, id), ...(rest as Partial<ProjectFields>), name });
  if (typeof title === 'string') setTitle(tx, id, title);
}

const LINKS: Record<string, { role: LinkRole; kind: ItemKind }> = {
  projectId: { role: 'PROJECT', kind: 'project' },
  peopleIds: { role: 'PERSON', kind: 'person' },
  unitId: { role: 'UNIT', kind: 'unit' },
  leadId: { role: 'UNIT', kind: 'unit' },
};

/** A link to something of a higher tier would have to live there; it is left out, as where a person links. */
function writeLinks(vault: OpenVault, tx: WriteTx, id: Id, fields: Record<string, Json>): void {
  for (const [field, { role, kind }] of Object.entries(LINKS)) {
    const value = fields[field];
    if (value === undefined || value === null) continue;
    const targets = (Array.isArray(value) ? value : [value]) as string[];
    const reachable = targets.filter((target) => {
      // What this import makes in this tier is there only now.
      const there = readItem(tx.tier, target) ?? find(vault.tiers, target)?.item;
      const tier = readItem(tx.tier, target) ? tx.tier : find(vault.tiers, target)?.tier;
      return (
        there?.kind === kind && tier !== undefined && TIERS.indexOf(tier.tier) <= TIERS.indexOf(tx.tier.tier)
      );
    });
    if (reachable.length === 0) continue;
    setLinks(
      tx,
      id,
      role,
      reachable.map((target) => ({ id: target, kind })),
    );
  }
}

function madeLinks(
  vault: OpenVault,
  id: Id,
  kind: ItemKind,
  theirs: Candidate['theirs'],
): Record<string, Json> {
  return Object.fromEntries(Object.entries(linkFields(vault, id, kind)).filter(([field]) => field in theirs));
}

function writeLevel(tx: WriteTx, id: Id, json: ItemJson, fields: Record<string, Json>): void {
  const row = readItem(tx.tier, id);
  if (!row || !('level' in fields || 'personalInfo' in fields)) return;
  const raised = 'level' in fields && levelChange(row.level, json.level.code) === 'UP';
  setLevel(tx, id, {
    level: raised ? json.level.code : row.level,
    term: raised ? (json.level.term as Term) : row.term,
    levelFrom: row.levelFrom,
    basis: row.basis,
    personalInfo: Boolean(row.personalInfo) || json.personalInfo,
  });
}

/** Their files in their order: those with the same bytes stay the rows they are, the others come and go. */
function writeFiles(
  tx: WriteTx,
  recordId: Id,
  json: RecordJson,
  taken: ReadonlyMap<string, TakenFile>,
  spare: LooseBlob[],
): void {
  const here = readFiles(tx.tier, recordId);
  const kept = new Set<Id>();
  const arranged = byPosition(json.files).map((file, position) => {
    const same = here.find(
      ({ id, sha256 }) => !kept.has(id) && (sha256 === file.sha256 || sha256 === file.strippedFrom),
    );
    const id = same?.id ?? newId();
    kept.add(id);
    if (!same) insertTaken(tx, { id, recordId, position, file }, taken.get(file.path), spare);
    return { id, role: file.role, name: file.name };
  });
  for (const { id } of here) if (!kept.has(id)) removeFile(tx, recordId, id);
  arrangeFiles(tx, recordId, arranged);
}

function insertTaken(
  tx: WriteTx,
  {
    id,
    recordId,
    position,
    file,
  }: { id: Id; recordId: Id; position: number; file: RecordJson['files'][number] },
  taken: TakenFile | undefined,
  spare: LooseBlob[],
): void {
  if (!taken) throw new Error(`the bytes of ${file.path} were not taken`);
  const name = (blob: LooseBlob | null): number | null => {
    if (!blob) return null;
    const named = nameBlob(tx, blob);
    if (named.loose) spare.push(blob);
    return named.no;
  };
  const facts =
    taken.kind === 'known'
      ? taken.facts
      : {
          ...fileColumns(taken.inspection, taken.thumbnail !== null),
          blob: name(taken.bytes) ?? 0,
          thumbnail: name(taken.thumbnail),
          preview: name(taken.preview),
        };
  insertFile(tx, {
    id,
    itemId: recordId,
    name: file.name,
    role: file.role,
    position,
    addedAt: tx.at,
    ...facts,
  });
}
