import { type LooseBlob, nameBlob } from '#db/files/store.ts';
import { insertItem, setLinks } from '#db/items/queries.ts';
import { insertRecord, type NewFile } from '#db/records/writes.ts';
import type { WriteTx } from '#db/write.ts';
import { type Id, newId } from '#shared/ids.ts';
import { categoryForFile } from '#shared/records/category.ts';
import type { FileRole } from '#shared/records/file.ts';
import type { ImportPlan } from '#shared/records/importsContract.ts';
import type { Camera, CaptureTime } from '#shared/records/photoMetadata.ts';
import { EMPTY_RECORD_FIELDS, type RecordFields, yearOfDate } from '#shared/records/recordFields.ts';
import type { Inspection } from '../files/inspection.ts';
import { dayTaken } from './importsArrange.ts';
import { nameOf } from './importsPaths.ts';
import type { Taken } from './importsTake.ts';
import { titleOfName } from './importsTitle.ts';

type Fields = Omit<RecordFields, 'title'>;

/** The record of one file: its name gives the title where the plan has none, its content the category, its camera the date, where the plan does not. */
export function insertRecordOf(tx: WriteTx, plan: ImportPlan, { entry, inspection }: Taken): Id {
  const given = givenFields(plan);
  const docDate = given.docDate ?? dayTaken(takenAtText(inspection.takenAt));
  return insertOwn(tx, plan, plan.title || titleOfName(nameOf(entry.path)), {
    ...given,
    docDate,
    category: given.category === '' ? categoryForFile(inspection.kind) : given.category,
    year: given.year ?? yearOfDate(docDate),
  });
}

/** The one record for all files. What only the files together can say is filled in when all are there. */
export function insertOneRecord(tx: WriteTx, plan: ImportPlan): Id {
  const given = givenFields(plan);
  return insertOwn(tx, plan, plan.title, { ...given, year: given.year ?? yearOfDate(given.docDate) });
}

/** Names the stored bytes and gives the file's row. Blobs that were stored although they were there already go to `spare`. */
export function fileRow(
  tx: WriteTx,
  taken: Taken,
  place: { recordId: Id; role: FileRole; position: number },
  spare: LooseBlob[],
): NewFile {
  const name = (blob: LooseBlob | null): number | null => {
    if (!blob) return null;
    const named = nameBlob(tx, blob);
    if (named.loose) spare.push(blob);
    return named.no;
  };
  const { inspection, entry } = taken;
  return {
    id: newId(),
    itemId: place.recordId,
    blob: nameBlobOf(tx, taken, spare),
    name: nameOf(entry.path),
    role: place.role,
    position: place.position,
    mediaType: inspection.mediaType,
    kind: inspection.kind,
    width: inspection.width,
    height: inspection.height,
    takenAt: takenAtText(inspection.takenAt),
    camera: cameraText(inspection.camera),
    gps: gpsOf(inspection),
    durationMs: inspection.durationMs === null ? null : Math.round(inspection.durationMs),
    pages: inspection.pages,
    problems: problemsOf(taken),
    thumbnail: name(taken.thumbnail),
    preview: name(taken.preview),
    addedAt: tx.at,
  };
}

function nameBlobOf(tx: WriteTx, { bytes, loose }: Taken, spare: LooseBlob[]): number {
  const named = nameBlob(tx, bytes);
  if (named.loose && loose.includes(bytes)) spare.push(bytes);
  return named.no;
}

function insertOwn(tx: WriteTx, plan: ImportPlan, title: string, fields: Fields): Id {
  const id = newId();
  const { level, term, basis, personalInfo } = plan;
  insertItem(tx, { id, kind: 'record', title, level, term, levelFrom: fields.docDate, basis, personalInfo });
  insertRecord(tx, id, fields);
  if (plan.projectId) setLinks(tx, id, 'PROJECT', [{ id: plan.projectId, kind: 'project' }]);
  if (plan.peopleIds.length > 0)
    setLinks(
      tx,
      id,
      'PERSON',
      [...new Set(plan.peopleIds)].map((person) => ({ id: person, kind: 'person' })),
    );
  return id;
}

function givenFields({ fields }: ImportPlan): Fields {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return { ...EMPTY_RECORD_FIELDS, ...(Object.fromEntries(given) as Partial<Fields>) };
}

function takenAtText(takenAt: CaptureTime | null): string | null {
  return takenAt && `${takenAt.local}${takenAt.offset ?? ''}`;
}

/** Makers write their name into the model too: 'Canon', 'Canon EOS 5D'. */
function cameraText(camera: Camera | null): string | null {
  const make = camera?.make ?? '';
  const model = camera?.model ?? '';
  const text = model.toLowerCase().startsWith(make.toLowerCase()) ? model : `${make} ${model}`;
  return text.trim() || null;
}

function gpsOf({ gps }: Inspection): NewFile['gps'] {
  return gps && { latitude: gps.lat, longitude: gps.lon, altitude: gps.alt };
}

/** A picture that nothing here can draw is said to have no preview; other reasons stand among the problems already. */
function problemsOf({ inspection, thumbnail }: Taken): string[] {
  const undrawn = inspection.kind === 'image' && !thumbnail && inspection.problems.length === 0;
  return undrawn ? ['NO_PREVIEW'] : [...inspection.problems];
}
