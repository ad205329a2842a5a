import { tierOf } from '#shared/confidentiality/levels.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import type { CalendarDate } from '#shared/dates.ts';
import type { NewUnitFields } from '#shared/members/unit.ts';
import type { Citation } from '#shared/records/citation.ts';
import { inspect } from '../files/inspect.ts';
import { fromBytes } from '../files/source.ts';
import { applicantPapers, type PaperKey } from './content/applicantPapers.ts';
import { addFiles, type ReadyFile } from './fileRecord.ts';
import type { Stage } from './stage.ts';

export type Papers = Record<PaperKey, Citation>;

/** Files what a unit applies with as one record, and cites each paper of it. */
export async function fileApplicantPapers(
  { client, vault }: Stage,
  unit: NewUnitFields,
  intended: string,
  day: CalendarDate,
): Promise<Papers> {
  const level = 'INTERNAL';
  const papers = Object.entries(applicantPapers(unit, intended, day)) as [
    PaperKey,
    { name: string; text: string },
  ][];
  const { id } = await client.records.create({
    level,
    term: defaultTerm(level),
    basis: '',
    personalInfo: true,
    fields: {
      title: `${unit.name}入盟申报材料`,
      docDate: day,
      year: Number(day.slice(0, 4)),
      category: 'WS',
      responsible: unit.name,
      keywords: ['入盟', '申报'],
    },
  });
  const ready: ReadyFile[] = [];
  for (const [, { name, text }] of papers) {
    const bytes = Buffer.from(text);
    // Without a worker: the texts are short, and the workers have pictures to draw.
    const inspection = await inspect(fromBytes(bytes), name);
    const stored = await vault.store.storeBytes(tierOf(level), bytes);
    ready.push({ name, role: 'ORIGINAL', inspection, bytes: stored, thumbnail: null });
  }
  await vault.store.sync(tierOf(level));
  await addFiles(vault, tierOf(level), id, ready);
  const { files } = await client.records.get({ id });
  const cited = papers.map(([key], at): [PaperKey, Citation] => {
    const file = files[at];
    if (!file) throw new Error(`${key} was not filed`);
    return [key, { recordId: id, fileId: file.id, sha256: file.sha256 }];
  });
  return Object.fromEntries(cited) as Papers;
}
