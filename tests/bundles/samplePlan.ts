import { createHash } from 'node:crypto';
import type { BundlePlan, OpenPlannedFile, PlannedFile, PlannedItem } from '#shared/bundles/bundlePlan.ts';
import type { BundleItemKind } from '#shared/bundles/formatParts.ts';
import { newId } from '#shared/ids.ts';

export interface SampleFile {
  name: string;
  bytes: Uint8Array;
  mediaType?: string;
}

export interface Sample {
  plan: BundlePlan;
  open: OpenPlannedFile;
}

/** A small selection as the vault would hand it over: one record a group of files, one project all belong to. */
export function samplePlan(
  groups: readonly (readonly SampleFile[])[],
  recipient: string | null = null,
): Sample {
  const contents = new Map<string, Uint8Array>();
  const projectId = newId();
  const records = groups.map((files, index) => sampleRecord(files, index, projectId, contents));
  const plan: BundlePlan = {
    bundle: {
      id: newId(),
      createdAt: '2026-11-20T08:30:00.000Z',
      vault: { id: newId(), incarnation: newId() },
      series: { id: newId(), sequence: 1, previous: null },
      supersedes: [],
      recalls: [],
      sender: { unit: '肿瘤产学研转化联合体', recipient: null, card: null },
      recipient: {
        name: '合作医院',
        by: recipient === null ? 'PASSPHRASE' : 'CARD',
        key: recipient,
        cardFingerprint: null,
        copy: 1,
      },
      purpose: '评审 <review>',
      level: {
        code: 'INTERNAL',
        term: 'P3Y',
        mark: '肿瘤联合体内部▲3年',
        causes: [{ of: 'LEVEL', kind: 'record', id: records[0]?.id ?? projectId }],
      },
      terms: { view: true, print: true, forward: false, note: '' },
      expires: '2027-11-20',
      imageMetadata: 'KEEP',
      journalHead: null,
    },
    items: [...records, sampleProject(projectId)],
    journal: [],
  };
  return { plan, open: (file) => pieces(contents.get(file.id) ?? new Uint8Array(0)) };
}

/** In pieces of odd length, so that nothing relies on where they are cut. */
export async function* pieces(bytes: Uint8Array, size = 40_009): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function sampleRecord(
  files: readonly SampleFile[],
  index: number,
  projectId: string,
  contents: Map<string, Uint8Array>,
): PlannedItem {
  return {
    ...envelope('record', newId(), `试验记录 ${index + 1} <b>&"'`),
    kind: 'record',
    level: { code: 'INTERNAL', term: 'P3Y', mark: '肿瘤联合体内部▲3年', expires: '2029-11-20' },
    state: index === 0 ? 'DRAFT' : 'ARCHIVED',
    refCode: index === 0 ? null : `X032-WS·2026·D30·办公室-000${index}`,
    fields: {
      docDate: '2026-05-04',
      responsible: '张三',
      docNo: '',
      category: 'WS',
      subcategory: '',
      retention: 'D30',
      year: 2026,
      dept: '办公室',
      originalForm: 'PAPER',
      originalPlace: '',
      place: '北京',
      description: '第一行\n第二行',
      keywords: ['肿瘤', '转化'],
      language: 'zh',
    },
    files: files.map((file, position) => plannedFile(file, position, contents)),
    links: [{ rel: 'project', kind: 'project', id: projectId }],
  };
}

function sampleProject(id: string): PlannedItem {
  return {
    ...envelope('project', id, '样本库建设'),
    kind: 'project',
    level: { code: 'PUBLIC', term: null, mark: '', expires: null },
    fields: { code: 'YBK01', startedOn: '2026-01', endedOn: null, note: '' },
    files: [],
    links: [],
  };
}

function envelope<Kind extends BundleItemKind>(_kind: Kind, id: string, title: string) {
  return {
    id,
    title,
    itemVersion: 1,
    updatedAt: '2026-11-19T01:02:03.000Z',
    personalInfo: false,
    origin: null,
    journal: null,
  };
}

function plannedFile(
  { name, bytes, mediaType }: SampleFile,
  position: number,
  contents: Map<string, Uint8Array>,
): PlannedFile {
  const id = newId();
  contents.set(id, bytes);
  return {
    id,
    name,
    sha256: sha256Of(bytes),
    size: bytes.length,
    mediaType: mediaType ?? 'application/octet-stream',
    role: position === 0 ? 'ORIGINAL' : 'ATTACHMENT',
    position,
    strippedFrom: null,
  };
}
