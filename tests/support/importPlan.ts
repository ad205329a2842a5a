import type { ImportPlan } from '#shared/records/importsContract.ts';

/** Each file a record of its own, internal and without further fields, but for what is said otherwise. */
export function importPlan(changes: Partial<ImportPlan> = {}): ImportPlan {
  return {
    shape: 'EACH',
    level: 'INTERNAL',
    term: null,
    basis: '',
    personalInfo: false,
    title: '',
    fields: {},
    projectId: null,
    peopleIds: [],
    recordId: null,
    takeDuplicates: false,
    ...changes,
  };
}
