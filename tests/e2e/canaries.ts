import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { LEVELS, type Level, type Tier, tierOf } from '#shared/confidentiality/levels.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import { newId } from '#shared/ids.ts';
import { EMPTY_MEETING_FIELDS } from '#shared/meetings/meeting.ts';
import { EMPTY_PERSON_FIELDS } from '#shared/people/person.ts';
import { BLANK_WORDS } from '#shared/showcase/panel.ts';
import { importPlan } from '../support/importPlan.ts';
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
  const outcome = await service.outcomes.create({
    level,
    projectId: project.id,
    fields: {
      name: word('成果'),
      highTechField: 'BM',
      technicalField: word('领域').slice(0, 40),
      cancerType: word('癌').slice(0, 40),
      form: 'OTHER',
      attribute: 'ORIGINAL',
      class: 'APPLIED',
      stage: 'EARLY',
      keywords: [word('词').slice(0, 30)],
      registrationNo: '',
      begunOn: null,
      completedOn: null,
      trl: null,
      summary: word('简介'),
      achievementLevel: null,
      innovations: [word('创新').slice(0, 50)],
      innovationDegree: null,
      adoption: null,
    },
  });
  const withEvents = await service.outcomes.setEvents({
    id: outcome.id,
    version: outcome.version,
    events: [{ id: newId(), path: 'PILOT', kind: 'BEGUN', occurredOn: '2026-01-05', text: word('事项') }],
  });
  await service.outcomes.overrideStatus({
    id: outcome.id,
    version: withEvents.version,
    override: { status: 'TRANSFORMING', reason: word('认定') },
  });
  const maturityPanel = await service.maturity.convene({
    outcomeId: outcome.id,
    level,
    expertIds: [person.id],
    fields: {
      convenedOn: '2026-02-03',
      chair: word('组长').slice(0, 60),
      advancement: word('先进'),
      marketProspect: word('市场'),
      benefit: word('效益'),
    },
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
  const meeting = await service.meetings.create({
    level,
    projectId: project.id,
    likeId: null,
    fields: {
      ...EMPTY_MEETING_FIELDS,
      name: word('会议'),
      heldOn: '2026-03-05',
      place: word('会场'),
    },
  });
  await service.meetings.edit({
    id: meeting.id,
    version: meeting.version,
    changes: {
      attendees: [
        {
          id: '',
          personId: person.id,
          name: word('与会者'),
          unitName: word('与会单位'),
          attendance: 'PRESENT',
          duty: 'CHAIR',
        },
      ],
      topics: [{ id: '', title: word('议题'), presenter: word('汇报') }],
      discussion: [{ kind: 'paragraph', line: [{ text: word('讨论'), bold: true }] }],
      resolutions: [
        {
          id: '',
          content: word('议定'),
          personId: person.id,
          unitId: unit.id,
          owner: word('责任'),
          dueOn: '2026-04-05',
          state: 'OPEN',
          closedOn: null,
          note: word('进展'),
        },
      ],
      votes: [
        {
          id: '',
          subject: word('表决'),
          due: 1,
          present: 1,
          favour: 1,
          against: 0,
          abstained: 0,
          recused: 0,
        },
      ],
    },
  });
  const edited = await service.records.edit({
    id: record.id,
    version: record.version,
    changes: { responsible: word('改后责任者') },
  });
  await service.records.remove({ ids: [edited.id], reason: word('移除理由') });
  await service.records.restore({ ids: [edited.id] });
  const panel = await service.panels.create({
    level,
    pictures: [],
    fields: {
      kind: 'OUTCOME',
      field: null,
      status: null,
      zh: { ...BLANK_WORDS, title: word('展板'), summary: word('简介'), contact: word('联系') },
      en: { ...BLANK_WORDS, title: word('panel') },
      maturity: null,
      trl: null,
      stage: null,
      rights: [word('权利')],
      ways: [],
      needs: [],
      codeText: word('码'),
      showFrom: null,
      showTo: null,
    },
  });
  const exhibition = await service.exhibitions.create({
    level,
    unitId: unit.id,
    columns: [
      { id: null, kind: 'OUTCOMES', title: word('栏目'), titleEn: word('col'), panelIds: [panel.id] },
    ],
    fields: {
      title: word('展览'),
      titleEn: word('show'),
      theme: word('主旨'),
      themeEn: word('theme'),
      area: word('展区'),
      startsOn: null,
      endsOn: null,
      audience: 'PUBLIC',
      idleSeconds: 60,
    },
  });
  const visit = await service.visits.create({
    level,
    unitId: unit.id,
    exhibitionId: exhibition.id,
    panelIds: [],
    fields: {
      visitor: word('来访'),
      visitedOn: '2026-02-03',
      people: 3,
      purpose: word('事由'),
      host: word('接待'),
      noticeSigned: false,
      notice: null,
      note: word('访记'),
    },
  });
  return [
    ...[unit.id, person.id, project.id, agreement.id, record.id],
    ...[panel.id, exhibition.id, visit.id, meeting.id, outcome.id, maturityPanel.id],
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
    plan: importPlan({
      shape: 'ONE',
      level,
      term: defaultTerm(level),
      basis: word('导入依据'),
      title: word('导入题名'),
      fields: { keywords: [word('导入主题')] },
      takeDuplicates: true,
    }),
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
