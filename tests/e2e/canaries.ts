import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { LEVELS, type Level, type Tier, tierOf } from '#shared/confidentiality/levels.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import { EMPTY_PERSON_FIELDS } from '#shared/people/person.ts';
import { writeFiles } from './materials.ts';
import type { ServiceClient } from './service.ts';

/** Words that occur nowhere else: one in Latin letters and one in Chinese for each tier. */
export const CANARIES: Record<Tier, readonly string[]> = {
  register: ['zqxjregisterkv', '鹮鹬麂麇'],
  secret: ['zqxjsecretkv', '鸬鹚犰狳'],
  core: ['zqxjcorekv', '獬豸貔貅'],
};

/** What was planted, by tier: everything that has an id may be asked for. */
export type Planted = Record<
  Tier,
  { items: string[]; files: string[]; imports: string[]; bundles: string[] }
>;

/** Fills every field and file that the contract takes, at every level, with the words of its tier. */
export async function plantCanaries(service: ServiceClient, home: string): Promise<Planted> {
  const planted: Planted = { register: none(), secret: none(), core: none() };
  for (const level of LEVELS) {
    const here = planted[tierOf(level)];
    const word = wordOf(tierOf(level));
    here.items.push(...(await plantItems(service, level, word)));
    const { importId, recordId, files } = await plantFiles(service, home, level, word);
    here.imports.push(importId);
    here.items.push(recordId);
    here.files.push(...files);
  }
  return planted;
}

/** Both words, and a number so that names stay apart. */
function wordOf(tier: Tier): (place: string) => string {
  return (place) => `${CANARIES[tier].join('')}${place}`;
}

async function plantItems(
  service: ServiceClient,
  level: Level,
  word: (place: string) => string,
): Promise<string[]> {
  const unit = await service.members.create({
    level,
    fields: { name: word(`单位${level}`), shortName: word('简'), role: 'RESEARCH', note: word('备注') },
  });
  const person = await service.people.create({
    level,
    unitId: unit.id,
    fields: {
      ...EMPTY_PERSON_FIELDS,
      name: word('人'),
      department: word('部门'),
      position: word('职'),
      professionalTitle: '',
      major: word('专业'),
      research: word('方向'),
      phone: '',
      email: '',
      note: word('记'),
    },
  });
  const project = await service.projects.create({
    level,
    leadId: unit.id,
    fields: { name: word('项目'), code: '', startedOn: null, endedOn: null, note: word('注') },
  });
  const agreement = await service.agreements.create({
    level,
    fields: {
      title: word('协议'),
      type: 'COOPERATION',
      unitName: word('对方'),
      signedOn: '2026-01-02',
      validFrom: null,
      validTo: null,
      confidentiality: true,
      note: word('附'),
    },
  });
  const record = await service.records.create({
    level,
    term: defaultTerm(level),
    basis: word('依据'),
    personalInfo: true,
    projectId: project.id,
    peopleIds: [person.id],
    fields: {
      title: word('题名'),
      docDate: '2026-03-05',
      responsible: word('责任者'),
      docNo: word('文号'),
      originalPlace: word('存放'),
      place: word('地点'),
      description: word('说明'),
      keywords: [word('主题')],
    },
  });
  const edited = await service.records.edit({
    id: record.id,
    version: record.version,
    changes: { responsible: word('改后责任者') },
  });
  await service.records.remove({ ids: [edited.id], reason: word('移除理由') });
  await service.records.restore({ ids: [edited.id] });
  return [
    unit.id,
    person.id,
    project.id,
    agreement.id,
    record.id,
    ...(await plantBody(service, level, person.id, word)),
  ];
}

/** A dossier, a group with somebody in it, and rules that somebody has read. */
async function plantBody(
  service: ServiceClient,
  level: Level,
  personId: string,
  word: (place: string) => string,
): Promise<string[]> {
  const dossier = await service.dossiers.create({
    personId,
    level,
    fields: {
      education: [
        {
          fromMonth: '2001-09',
          toMonth: '2005-06',
          school: word('院校'),
          major: word('学'),
          education: 'BACHELOR',
          degree: '',
          certificate: word('证书'),
        },
      ],
      work: [
        {
          fromMonth: null,
          toMonth: null,
          unit: word('原单位'),
          department: word('科'),
          post: word('岗'),
          duties: word('工作'),
        },
      ],
      assessments: [
        {
          kind: 'ANNUAL',
          period: word('年'),
          criteria: word('指标'),
          score: 90,
          grade: 'EXCELLENT',
          assessor: word('考核人'),
          opinion: word('意见'),
        },
      ],
      note: word('材料'),
    },
  });
  const group = await service.groups.create({
    level,
    fields: {
      name: word(`组织${level}`),
      type: 'OWN',
      functions: [word('职能')],
      duties: word('职责'),
      note: word('组注'),
    },
  });
  const appointment = await service.appointments.create({
    level,
    personId,
    groupId: group.id,
    succeeds: false,
    fields: {
      role: 'MEMBER',
      duty: word('聘任'),
      startsOn: '2026-01-01',
      endsOn: null,
      letterNo: word('编号'),
      basis: word('决议'),
      note: word('任注'),
    },
  });
  const ruleset = await service.rulesets.create({
    level,
    fields: { title: word(`制度${level}`), type: 'OTHER', note: word('制注') },
    first: {
      number: word('版'),
      adoptedOn: '2026-01-01',
      effectiveOn: '2026-01-01',
      adoptedBy: word('通过'),
      text: word('条文'),
      paper: null,
    },
  });
  await service.rulesets.recordReading({
    id: ruleset.id,
    version: ruleset.version,
    reading: { versionId: ruleset.versions[0]?.id ?? '', readOn: null, personIds: [personId] },
  });
  return [dossier.id, group.id, appointment.id, ruleset.id];
}

async function plantFiles(
  service: ServiceClient,
  home: string,
  level: Level,
  word: (place: string) => string,
): Promise<{ importId: string; recordId: string; files: string[] }> {
  const name = `canaries-${level}`;
  const folder = join(home, name);
  mkdirSync(folder);
  writeFiles(folder, {
    [`${word('文件名')}.txt`]: `${word('正文')}\n`.repeat(50),
    [`${word('网页')}.svg`]: `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="80"><title>${word('图题')}</title><rect width="80" height="80"/></svg>`,
    [`${word('照片')}.jpg`]: await sharp({
      create: { width: 320, height: 200, channels: 3, background: '#446' },
    })
      .withExif({ IFD0: { ImageDescription: CANARIES[tierOf(level)][0] ?? '', Artist: 'x' } })
      .jpeg()
      .toBuffer(),
    [`${word('含标志')}.txt`]: '机密★10年',
  });
  const { folders } = await service.places.list({ at: null, endings: [] });
  const place = folders.find((one) => one.name === name)?.token ?? '';
  const { id } = await service.imports.begin({
    places: [place],
    plan: {
      shape: 'ONE',
      level,
      term: defaultTerm(level),
      basis: word('导入依据'),
      personalInfo: false,
      title: word('导入题名'),
      fields: { keywords: [word('导入主题')] },
      projectId: null,
      peopleIds: [],
      recordId: null,
      takeDuplicates: true,
    },
  });
  await importEnds(service, id);
  rmSync(folder, { recursive: true });
  const { entries } = await service.imports.entries({ id, states: [], after: null, limit: 100 });
  const recordId = entries.find((entry) => entry.recordId !== null)?.recordId ?? '';
  const record = await service.records.get({ id: recordId });
  return { importId: id, recordId, files: record.files.map((file) => file.id) };
}

async function importEnds(service: ServiceClient, id: string): Promise<void> {
  for await (const jobs of await service.jobs.watch({})) {
    const { state } = await service.imports.get({ id });
    if (state === 'DONE') return;
    if (state === 'CANCELLED' || (state === 'PAUSED' && jobs.length > 0))
      throw new Error(`the import is ${state}`);
  }
}

function none(): Planted[Tier] {
  return { items: [], files: [], imports: [], bundles: [] };
}
