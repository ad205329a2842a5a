import type { LinkRole } from '#db/items/schema.ts';
import type { Level } from '#shared/confidentiality/levels.ts';
import type { Id } from '#shared/ids.ts';
import type { ItemKind } from '#shared/items.ts';
import { EMPTY_MEETING_FIELDS } from '#shared/meetings/meeting.ts';
import { EMPTY_PERSON_FIELDS } from '#shared/people/person.ts';
import type { TestApp } from './openTestApp.ts';
import { makePanel as conveneExperts, makeOutcome } from './outcomes.ts';
import { makeExhibition, makePanel } from './panels.ts';
import { makeRecord } from './records.ts';
import { makeUnit } from './units.ts';

/** One item of every kind that can be linked to, at the level given. */
export async function makeTargets(app: TestApp, level: Level): Promise<Record<TargetKind, Id>> {
  const { client } = app;
  const outcome = await makeOutcome(client, level);
  const unit = await makeUnit(app);
  const made = {
    outcome,
    unit,
    person: await client.people.create({
      level,
      unitId: null,
      fields: { ...EMPTY_PERSON_FIELDS, name: '林工程师' },
    }),
    project: await client.projects.create({
      level,
      leadId: null,
      fields: { name: '早筛项目', code: '', startedOn: null, endedOn: null, note: '' },
    }),
    group: await client.groups.create({
      level,
      fields: { name: '秘书处', type: 'OWN', functions: [], duties: '', note: '' },
    }),
    agreement: await client.agreements.create({
      level,
      fields: {
        title: '合作协议',
        type: 'COOPERATION',
        unitName: '东海肿瘤医院',
        signedOn: null,
        validFrom: null,
        validTo: null,
        confidentiality: false,
        note: '',
      },
    }),
    record: await makeRecord(client, '会议纪要', level),
    exhibition: await makeExhibition(client, []),
    maturityPanel: await conveneExperts(client, outcome.id, 1),
    screening: await client.screening.create({
      level,
      unitId: unit.id,
      fields: {
        preset: 'FULL',
        charter: '照纸面所写',
        charterVersion: null,
        category: 'REGULAR',
        intended: '',
        note: '',
      },
    }),
  };
  return Object.fromEntries(Object.entries(made).map(([kind, { id }]) => [kind, id])) as Record<
    TargetKind,
    Id
  >;
}

type TargetKind =
  | 'outcome'
  | 'unit'
  | 'person'
  | 'project'
  | 'group'
  | 'agreement'
  | 'record'
  | 'exhibition'
  | 'maturityPanel'
  | 'screening';

/** Which kind links with which roles, and one item of each such kind, without links but those it cannot be without. */
export const LINKING: Record<
  Exclude<ItemKind, 'unit' | 'group' | 'agreement' | 'ruleset' | 'contact'>,
  {
    roles: readonly LinkRole[];
    make: (app: TestApp, targets: Record<TargetKind, Id>, level: Level) => Promise<{ id: Id }>;
  }
> = {
  record: {
    roles: ['PROJECT', 'PERSON'],
    make: ({ client }, _, level) => makeRecord(client, '试验记录', level),
  },
  person: {
    roles: ['UNIT'],
    make: ({ client }, _, level) =>
      client.people.create({ level, unitId: null, fields: { ...EMPTY_PERSON_FIELDS, name: '王秘书' } }),
  },
  project: {
    roles: ['UNIT'],
    make: ({ client }, _, level) =>
      client.projects.create({
        level,
        leadId: null,
        fields: { name: '另一项目', code: '', startedOn: null, endedOn: null, note: '' },
      }),
  },
  dossier: {
    roles: ['SUBJECT'],
    make: ({ client }, { person }, level) =>
      client.dossiers.create({
        level,
        personId: person,
        fields: { note: '', education: [], work: [], assessments: [] },
      }),
  },
  appointment: {
    roles: ['APPOINTEE', 'GROUP'],
    make: ({ client }, { person, group }, level) =>
      client.appointments.create({
        level,
        personId: person,
        groupId: group,
        succeeds: false,
        fields: {
          role: 'MEMBER',
          duty: '',
          startsOn: '2026-01-01',
          endsOn: null,
          letterNo: '',
          basis: '',
          note: '',
        },
      }),
  },
  outcome: {
    roles: ['OUTCOME_PROJECT', 'AGREEMENT'],
    make: ({ client }, _, level) => makeOutcome(client, level, { name: '另一成果' }),
  },
  maturityPanel: {
    roles: ['OUTCOME'],
    make: ({ client }, { outcome }) => conveneExperts(client, outcome, 1),
  },
  maturitySheet: {
    roles: ['MATURITY_PANEL', 'EXPERT'],
    async make({ client }, { outcome }) {
      const panel = await conveneExperts(client, outcome, 1);
      return client.maturitySheets.begin({ panelId: panel.id, expertId: panel.experts[0]?.personId ?? '' });
    },
  },
  exhibition: { roles: ['UNIT'], make: ({ client }) => makeExhibition(client, []) },
  panel: { roles: ['SHOWS'], make: ({ client }, _, level) => makePanel(client, undefined, [], level) },
  visit: {
    roles: ['UNIT', 'EXHIBITION'],
    make: ({ client }, _, level) =>
      client.visits.create({
        level,
        unitId: null,
        exhibitionId: null,
        panelIds: [],
        fields: {
          visitor: '某市科技局',
          visitedOn: '2026-01-05',
          people: 3,
          purpose: '',
          host: '',
          noticeSigned: false,
          notice: null,
          note: '',
        },
      }),
  },
  meeting: {
    roles: ['CONCERNING', 'MINUTES'],
    make: ({ client }, _, level) =>
      client.meetings.create({
        level,
        projectId: null,
        likeId: null,
        fields: { ...EMPTY_MEETING_FIELDS, name: '项目例会' },
      }),
  },
  screening: {
    roles: ['UNIT'],
    async make(app, _, level) {
      const unit = await makeUnit(app, { name: '另一公司', uscc: '' });
      return app.client.screening.create({
        level,
        unitId: unit.id,
        fields: {
          preset: 'FULL',
          charter: '照纸面所写',
          charterVersion: null,
          category: 'REGULAR',
          intended: '',
          note: '',
        },
      });
    },
  },
  screeningSheet: {
    roles: ['SCREENING', 'PERSON'],
    make: ({ client }, { screening, person }, level) =>
      client.screening.addSheet({ level, caseId: screening, personId: person }),
  },
};
