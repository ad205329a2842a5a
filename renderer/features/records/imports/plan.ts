import type { ImportPlan, ImportShape } from '#shared/records/importsContract.ts';
import type { RecordFields } from '#shared/records/recordFields.ts';
import type { PickedFiles } from '../../../host/host.ts';
import type { LevelAndTerm } from '../../../levelTerms.ts';

/** The answers of the import dialog as they are typed. */
export type ImportAnswers = {
  level: LevelAndTerm;
  basis: string;
  personalInfo: boolean;
  shape: ImportShape;
  title: string;
  fields: Partial<Omit<RecordFields, 'title'>>;
  projectId: string | null;
  peopleIds: string[];
  takeDuplicates: boolean;
};

/** What many files at once most likely are: pictures of a camera a group, all else one record each. */
export function guessShape(files: PickedFiles): ImportShape {
  const names =
    files.kind === 'uploads' ? files.entries.map(({ path }) => path) : files.places.map(({ name }) => name);
  if (names.length < 2) return 'EACH';
  const photos = names.filter((name) => /\.(jpe?g|heic|heif|dng|cr[23]|nef|arw)$/i.test(name));
  return photos.length === names.length ? 'GROUP' : 'EACH';
}

/** A title for one record or a group: the folder's name, else the first file's without its ending. */
export function guessTitle(files: PickedFiles): string {
  if (files.kind === 'places') {
    const [first] = files.places;
    return first === undefined ? '' : first.kind === 'folder' ? first.name : withoutEnding(first.name);
  }
  const [first] = files.entries;
  if (first === undefined) return '';
  const [folder, ...rest] = first.path.split('/');
  return rest.length > 0 ? (folder ?? '') : withoutEnding(first.path);
}

export function planOf(answers: ImportAnswers, recordId: string | null): ImportPlan {
  const { level, basis, personalInfo, shape, title, fields, projectId, peopleIds, takeDuplicates } = answers;
  const isOne = recordId !== null || shape !== 'EACH';
  return {
    shape: recordId === null ? shape : 'ONE',
    level: level.level,
    term: level.term,
    basis: basis.trim(),
    personalInfo,
    title: isOne ? title.trim() : '',
    fields,
    projectId,
    peopleIds,
    recordId,
    takeDuplicates,
  };
}

/** Fields that are still empty say nothing and are left out. */
export function filledFields(fields: ImportAnswers['fields']): ImportAnswers['fields'] {
  const entries = Object.entries(fields).filter(
    ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(entries);
}

function withoutEnding(name: string): string {
  return name.replace(/(?<=.)\.[^.]{1,8}$/, '');
}
