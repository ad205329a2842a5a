import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linksFrom } from '#db/items/queries.ts';
import type { LinkRole } from '#db/items/schema.ts';
import { all, find } from '#db/tiers.ts';
import { defaultTerm } from '#shared/confidentiality/terms.ts';
import type { Id } from '#shared/ids.ts';
import { EMPTY_MEETING_FIELDS } from '#shared/meetings/meeting.ts';
import { EMPTY_PERSON_FIELDS } from '#shared/people/person.ts';
import { makeTargets } from '../../support/everyLink.ts';
import { openTestVault, type TestApp } from '../../support/openTestApp.ts';
import { makeOutcome, OUTCOME } from '../../support/outcomes.ts';
import { makeExhibition, makePanel, panelFields } from '../../support/panels.ts';

/** An item below whose link leads to what was raised since: it is edited as before, and the link stays where it went. */
let app: TestApp;
let targets: Awaited<ReturnType<typeof makeTargets>>;
beforeAll(async () => {
  app = await openTestVault();
  targets = await makeTargets(app, 'INTERNAL');
});
afterAll(() => app.close());

const PROJECT = { code: '', startedOn: null, endedOn: null, note: '' };
const VISIT = {
  visitedOn: '2026-01-05',
  people: 3,
  purpose: '',
  host: '',
  noticeSigned: false,
  notice: null,
  note: '',
};
const APPOINTMENT = {
  role: 'MEMBER',
  duty: '',
  startsOn: '2026-01-01',
  endsOn: null,
  letterNo: '',
  basis: '',
  note: '',
} as const;
const level = 'INTERNAL';

/** Makes an item linked to the target and returns how it is edited; `to` null leaves the link out. */
type Case = {
  role: LinkRole;
  target: keyof Awaited<ReturnType<typeof makeTargets>>;
  /** The rule that leaving the link out breaks, where it is another than that of links above. */
  without?: string;
  begin(to: Id): Promise<{ id: Id; edit(to: Id | null): Promise<unknown> }>;
};

const CASES: Record<string, Case> = {
  person: {
    role: 'UNIT',
    target: 'unit',
    async begin(unitId) {
      const { people } = app.client;
      const fields = { ...EMPTY_PERSON_FIELDS, name: '王秘书' };
      const { id } = await people.create({ level, unitId, fields });
      return {
        id,
        edit: (to) =>
          edited(id, (on) => people.edit({ ...on, unitId: to, fields: { ...fields, note: '改' } })),
      };
    },
  },
  project: {
    role: 'UNIT',
    target: 'unit',
    async begin(leadId) {
      const { projects } = app.client;
      const { id } = await projects.create({ level, leadId, fields: { ...PROJECT, name: '项目' } });
      return {
        id,
        edit: (to) =>
          edited(id, (on) => projects.edit({ ...on, leadId: to, fields: { ...PROJECT, name: '项目二' } })),
      };
    },
  },
  outcome: {
    role: 'OUTCOME_PROJECT',
    target: 'project',
    async begin(projectId) {
      const { outcomes } = app.client;
      const { id, version } = await makeOutcome(app.client, level);
      await outcomes.edit({ id, version, projectId, fields: OUTCOME });
      return {
        id,
        edit: (to) =>
          edited(id, (on) => outcomes.edit({ ...on, projectId: to, fields: { ...OUTCOME, summary: '改' } })),
      };
    },
  },
  'agreements of an outcome': {
    role: 'AGREEMENT',
    target: 'agreement',
    async begin(agreementId) {
      const { outcomes } = app.client;
      const { id, version } = await makeOutcome(app.client, level);
      await outcomes.setAgreements({ id, version, agreementIds: [agreementId] });
      return {
        id,
        edit: (to) => edited(id, (on) => outcomes.setAgreements({ ...on, agreementIds: to ? [to] : [] })),
      };
    },
  },
  panel: {
    role: 'SHOWS',
    target: 'outcome',
    async begin(outcomeId) {
      const { panels } = app.client;
      const { id, version, fields } = await makePanel(app.client, panelFields(), [], level);
      await panels.edit({ id, version, fields, pictures: [], outcomeId });
      return {
        id,
        edit: (to) =>
          edited(id, (on) =>
            panels.edit({ ...on, outcomeId: to, pictures: [], fields: panelFields({ summary: '改' }) }),
          ),
      };
    },
  },
  exhibition: {
    role: 'UNIT',
    target: 'unit',
    async begin(unitId) {
      const { exhibitions } = app.client;
      const { id, version, fields } = await makeExhibition(app.client, []);
      await exhibitions.edit({ id, version, fields, unitId, columns: [] });
      return {
        id,
        edit: (to) =>
          edited(id, (on) =>
            exhibitions.edit({ ...on, unitId: to, columns: [], fields: { ...fields, theme: '改' } }),
          ),
      };
    },
  },
  visit: {
    role: 'EXHIBITION',
    target: 'exhibition',
    async begin(exhibitionId) {
      const { visits } = app.client;
      const fields = { ...VISIT, visitor: '科技局' };
      const rest = { unitId: null, panelIds: [] };
      const { id } = await visits.create({ level, ...rest, exhibitionId, fields });
      return {
        id,
        edit: (to) =>
          edited(id, (on) =>
            visits.edit({ ...on, ...rest, exhibitionId: to, fields: { ...fields, note: '改' } }),
          ),
      };
    },
  },
  meeting: {
    role: 'CONCERNING',
    target: 'project',
    async begin(projectId) {
      const { meetings } = app.client;
      const fields = { ...EMPTY_MEETING_FIELDS, name: '项目例会' };
      const { id } = await meetings.create({ level, projectId, likeId: null, fields });
      return {
        id,
        edit: (to) => edited(id, (on) => meetings.edit({ ...on, changes: { projectId: to, fields } })),
      };
    },
  },
  appointment: {
    role: 'GROUP',
    target: 'group',
    without: 'GROUP_REQUIRED',
    async begin(groupId) {
      const { appointments } = app.client;
      const rest = { personId: targets.person, fields: APPOINTMENT };
      const { id } = await appointments.create({ level, ...rest, groupId, succeeds: false });
      return {
        id,
        edit: (to) =>
          edited(id, (on) =>
            appointments.edit({ ...on, groupId: to, fields: { ...APPOINTMENT, note: '改' } }),
          ),
      };
    },
  },
};

async function edited<T>(id: Id, edit: (on: { id: Id; version: number }) => Promise<T>): Promise<T> {
  return edit({ id, version: itemOf(id).version });
}

function itemOf(id: Id) {
  const found = app.app.vault && find(app.app.vault.tiers, id);
  if (!found) throw new Error(`${id} is not there`);
  return found.item;
}

function ends(id: Id, role: LinkRole): Id[] {
  if (!app.app.vault) throw new Error('the vault is locked');
  return all(app.app.vault.tiers, (tier) => linksFrom(tier, id)).flatMap((link) =>
    link.role === role ? [link.toId] : [],
  );
}

async function raise(id: Id): Promise<void> {
  const { version } = itemOf(id);
  await app.client.confidentiality.change({
    id,
    version,
    level: 'TRADE_SECRET',
    term: defaultTerm('TRADE_SECRET'),
    basis: '合作协议第七条',
    reason: 'VALUE_INCREASED',
    remark: '',
    personalInfo: false,
    approver: null,
  });
}

describe('after the other end was raised', () => {
  test.each(Object.entries(CASES))(
    '%s is edited on, and keeps its link',
    async (_, { role, target, begin, without }) => {
      const to = targets[target];
      const { id, edit } = await begin(to);
      if (itemOf(to).level === 'INTERNAL' || itemOf(to).level === 'PUBLIC') await raise(to);
      else expect.unreachable('each case has a target of its own');
      expect(ends(id, role)).toEqual([to]);
      await edit(to);
      expect(ends(id, role)).toEqual([to]);
      await expect(edit(null)).rejects.toMatchObject({
        data: { problems: [{ rule: without ?? 'LINK_LIES_ABOVE' }] },
      });
      expect(ends(id, role)).toEqual([to]);
      await lower(to);
    },
  );
});

async function lower(id: Id): Promise<void> {
  const { version } = itemOf(id);
  await app.client.confidentiality.change({
    id,
    version,
    level: 'INTERNAL',
    term: defaultTerm('INTERNAL'),
    basis: '',
    reason: 'OWNER_CONSENT',
    remark: '',
    personalInfo: false,
    approver: null,
  });
}
