import type { Tier } from '#shared/confidentiality/levels.ts';
import { LEVELS } from '#shared/confidentiality/levels.ts';
import { contract } from '#shared/contract.ts';
import { ITEM_KINDS } from '#shared/items.ts';
import { ALL_PARTS } from '#shared/meetings/minutesDocument.ts';
import { RECORD_ORDERS } from '#shared/records/query.ts';
import type { ListChoice } from '#shared/sheets/contract.ts';
import type { Planted } from './canaries.ts';
import type { ServiceClient } from './service.ts';

/** Procedures that change, start or end something. Whatever is in neither list fails the story: it must be put into one. */
const DEEDS: ReadonlySet<string> = new Set([
  ...[
    'create',
    'openDemo',
    'choose',
    'forgetRecent',
    'unlock',
    'lock',
    'changePassphrase',
    'prepareRecovery',
    'present',
    'endPresentation',
  ].map((name) => `vault.${name}`),
  ...['confirmRecovery', 'openByRecovery', 'addUser', 'backup', 'restore', 'saveSettings'].map(
    (name) => `vault.${name}`,
  ),
  'places.makeFolder',
  ...['cancel', 'dismiss'].map((name) => `jobs.${name}`),
  ...['create', 'edit', 'editMany', 'archive', 'remove', 'restore', 'undo', 'arrangeFiles', 'removeFile'].map(
    (name) => `records.${name}`,
  ),
  ...['begin', 'announce', 'cancel', 'resume', 'declareQuoted', 'undo'].map((name) => `imports.${name}`),
  ...['dossiers', 'groups', 'appointments', 'rulesets'].flatMap((noun) =>
    ['create', 'edit', 'remove'].map((name) => `${noun}.${name}`),
  ),
  ...['addVersion', 'correctVersion', 'recordReading'].map((name) => `rulesets.${name}`),
  ...['people', 'members', 'projects', 'meetings'].flatMap((noun) => [`${noun}.create`, `${noun}.edit`]),
  ...['people', 'members'].map((noun) => `${noun}.remove`),
  ...[
    'create',
    'edit',
    'setContributors',
    'setIpItems',
    'setEvents',
    'setAgreements',
    'overrideStatus',
    'remove',
  ].map((name) => `outcomes.${name}`),
  ...[
    'convene',
    'edit',
    'setExperts',
    'declare',
    'markAbsent',
    'exclude',
    'conclude',
    'report',
    'blankSheet',
    'sendSheet',
    'previewAnswer',
    'fileAnswer',
  ].map((name) => `maturity.${name}`),
  ...['begin', 'edit', 'lock', 'reopen'].map((name) => `maturitySheets.${name}`),
  ...['remove', 'setResolution', 'sign', 'correct'].map((name) => `meetings.${name}`),
  ...['putQualification', 'removeQualification', 'putCreditCheck', 'removeCreditCheck'].map(
    (name) => `members.${name}`,
  ),
  ...['putContribution', 'removeContribution', 'putReview', 'removeReview', 'setStanding'].map(
    (name) => `members.${name}`,
  ),
  ...['openMeasure', 'takeStep', 'closeMeasure', 'measureDocument', 'tickExit'].map(
    (name) => `members.${name}`,
  ),
  ...['create', 'edit', 'putCheck', 'putObjection', 'decide', 'backfill', 'document'].map(
    (name) => `screening.${name}`,
  ),
  ...['addSheet', 'removeSheet', 'editSheet', 'signSheet', 'reopenSheet'].map((name) => `screening.${name}`),
  'confidentiality.change',
  ...['create', 'edit', 'remove'].map((name) => `agreements.${name}`),
  ...['create', 'edit', 'remove', 'export', 'wait'].map((name) => `exhibitions.${name}`),
  ...['create', 'edit', 'remove', 'decide', 'step', 'reviewForm'].map((name) => `panels.${name}`),
  ...['redact', 'release'].map((name) => `panelSources.${name}`),
  ...['create', 'edit', 'remove'].map((name) => `visits.${name}`),
  ...['makeCard', 'exportCard', 'add', 'verify', 'remove'].map((name) => `contacts.${name}`),
  ...[
    'create',
    'wait',
    'beginUpload',
    'upload',
    'look',
    'open',
    'close',
    'saveFile',
    'import',
    'waitImport',
  ].map((name) => `bundles.${name}`),
  ...['opened', 'previewImport', 'undoImport', 'proposePassphrase'].map((name) => `bundles.${name}`),
  'sheets.exportList',
  ...['template', 'preview', 'import', 'undoImport'].map((name) => `tables.${name}`),
  ...['template', 'preview', 'begin'].map((name) => `catalogues.${name}`),
]);

/** Every list that may be exported, as wide as it goes. */
const LISTS: readonly ListChoice[] = [
  { list: 'RECORDS', query: {}, order: 'created', direction: 'asc' },
  ...(['PEOPLE', 'UNITS', 'PROJECTS', 'AGREEMENTS', 'CONTACTS'] as const).map((list) => ({ list, text: '' })),
  { list: 'EXPIRING', days: 3660 },
  ...(['JOURNAL', 'SENT', 'RECEIVED'] as const).map((list) => ({ list })),
];

type Reading = (service: ServiceClient, all: Planted[Tier], words: readonly string[]) => Promise<unknown>;

const query = {};

/** Every procedure that lists, gets or finds, asked for all there is and for everything by its id. */
const READINGS: Record<string, Reading> = {
  'vault.status': (service) => service.vault.status(),
  'vault.users': (service) => service.vault.users(),
  'vault.settings': (service) => service.vault.settings(),
  'vault.check': async (service) => whole(await service.vault.check()),
  'places.list': (service) => service.places.list({ at: null, endings: [] }),
  'changes.watch': async (service) => first(await service.changes.watch()),
  'jobs.watch': async (service) => first(await service.jobs.watch()),
  'today.tasks': (service) => service.today.tasks(),
  'today.state': (service) => service.today.state(),
  'records.page': (service) =>
    all(
      RECORD_ORDERS.flatMap((order) =>
        [false, true].map((removed) =>
          service.records.page({ query: { removed }, order, direction: 'asc', after: null, limit: 100 }),
        ),
      ),
    ),
  'records.facets': (service) => service.records.facets({ query }),
  'records.ids': (service) => service.records.ids({ query }),
  'records.get': (service, { items }) => all(items.map((id) => service.records.get({ id }))),
  'records.checkArchiving': (service, { items }) => service.records.checkArchiving({ ids: items }),
  'records.history': (service, { items }) => all(items.map((id) => service.records.history({ id }))),
  'records.fileAddress': (service, { files }) =>
    all(
      files.flatMap((fileId) =>
        (['original', 'thumbnail', 'preview', 'download'] as const).map((variant) =>
          service.records.fileAddress({ fileId, variant }),
        ),
      ),
    ),
  'screening.list': (service) => service.screening.list({ text: '' }),
  'screening.get': (service, { items }) => all(items.map((id) => service.screening.get({ id }))),
  'screening.sheet': (service, { items }) => all(items.map((id) => service.screening.sheet({ id }))),
  'citations.find': (service) =>
    all(LEVELS.map((level) => service.citations.find({ text: '', level, limit: 50 }))),
  'citations.resolve': (service, { items, files }) =>
    all(
      items.flatMap((recordId) =>
        files.map((fileId) =>
          service.citations.resolve({ citations: [{ recordId, fileId, sha256: '0'.repeat(64) }] }),
        ),
      ),
    ),
  'imports.list': (service) => service.imports.list(),
  'imports.get': (service, { imports }) => all(imports.map((id) => service.imports.get({ id }))),
  'imports.rows': (service, { imports }) =>
    all(imports.map((id) => service.imports.rows({ id, after: 0, limit: 500 }))),
  'imports.entries': (service, { imports }) =>
    all(imports.map((id) => service.imports.entries({ id, states: [], after: null, limit: 100 }))),
  'people.list': (service) => service.people.list({ text: '' }),
  'people.get': (service, { items }) => all(items.map((id) => service.people.get({ id }))),
  'dossiers.ofPerson': (service, { items }) =>
    all(items.map((personId) => service.dossiers.ofPerson({ personId }))),
  'dossiers.get': (service, { items }) => all(items.map((id) => service.dossiers.get({ id }))),
  'body.relationMap': (service) => service.body.relationMap(),
  'groups.list': (service) => service.groups.list(),
  'appointments.list': (service, { items }) =>
    all([null, ...items].map((personId) => service.appointments.list({ personId }))),
  'appointments.letter': (service, { items }) =>
    all(items.map((id) => service.appointments.letter({ id, format: 'DOCX' }))),
  'appointments.coordinators': (service) => service.appointments.coordinators(),
  'rulesets.list': (service) => service.rulesets.list(),
  'rulesets.get': (service, { items }) => all(items.map((id) => service.rulesets.get({ id }))),
  'members.list': (service) => service.members.list({ text: '' }),
  'members.get': (service, { items }) => all(items.map((id) => service.members.get({ id }))),
  'projects.list': (service) => service.projects.list({ text: '' }),
  'projects.get': (service, { items }) => all(items.map((id) => service.projects.get({ id }))),
  'outcomes.list': (service) => service.outcomes.list({ text: '', status: null }),
  'outcomes.get': (service, { items }) => all(items.map((id) => service.outcomes.get({ id }))),
  'maturity.get': (service, { items }) => all(items.map((id) => service.maturity.get({ id }))),
  'maturitySheets.get': (service, { items }) => all(items.map((id) => service.maturitySheets.get({ id }))),
  'meetings.list': (service) => service.meetings.list({ text: '', type: null }),
  'meetings.get': (service, { items }) => all(items.map((id) => service.meetings.get({ id }))),
  'meetings.naming': (service, { items }) => all(items.map((id) => service.meetings.naming({ id }))),
  'meetings.openActions': (service) => service.meetings.openActions(),
  'meetings.checkSigning': (service, { items }) =>
    all(items.map((id) => service.meetings.checkSigning({ id, signer: '签发人', issuedOn: '2026-01-01' }))),
  'meetings.document': (service, { items }) =>
    all(items.map((id) => service.meetings.document({ id, format: 'PDF', number: null, parts: ALL_PARTS }))),
  'confidentiality.preview': (service, { items }) =>
    all(items.flatMap((id) => LEVELS.map((level) => service.confidentiality.preview({ id, level })))),
  'confidentiality.decisions': (service, { items }) =>
    all(items.map((id) => service.confidentiality.decisions({ id }))),
  'confidentiality.expiring': (service) => service.confidentiality.expiring({ days: 3660 }),
  'journal.page': (service, { items }) =>
    all([
      service.journal.page({ after: null, limit: 200 }),
      ...items.map((itemId) => service.journal.page({ itemId, after: null, limit: 200 })),
    ]),
  'journal.heads': (service) => service.journal.heads(),
  'journal.verify': (service) => service.journal.verify(),
  'search.find': (service, _, words) =>
    all(
      [...words, ...words.flatMap((word) => [...word])].flatMap((text) => [
        service.search.find({ text, limit: 100 }),
        ...ITEM_KINDS.map((kind) => service.search.find({ text, kind, limit: 100 })),
      ]),
    ),
  'agreements.list': (service) => service.agreements.list({ text: '' }),
  'agreements.get': (service, { items }) => all(items.map((id) => service.agreements.get({ id }))),
  'exhibitions.list': (service) => service.exhibitions.list({ text: '' }),
  'exhibitions.get': (service, { items }) => all(items.map((id) => service.exhibitions.get({ id }))),
  'exhibitions.preview': (service, { items }) => all(items.map((id) => service.exhibitions.preview({ id }))),
  'exhibitions.check': (service, { items }) => all(items.map((id) => service.exhibitions.check({ id }))),
  'panels.list': (service) => service.panels.list({ text: '' }),
  'panelSources.get': (service, { items }) => all(items.map((id) => service.panelSources.get({ id }))),
  'panelSources.compare': (service, { items }) =>
    all(items.flatMap((id) => items.map((outcomeId) => service.panelSources.compare({ id, outcomeId })))),
  'panels.get': (service, { items }) => all(items.map((id) => service.panels.get({ id }))),
  'visits.list': (service) => service.visits.list({ text: '' }),
  'visits.get': (service, { items }) => all(items.map((id) => service.visits.get({ id }))),
  'contacts.ownCard': (service) => service.contacts.ownCard(),
  'contacts.list': (service) => service.contacts.list({ text: '' }),
  'contacts.get': (service, { items }) => all(items.map((id) => service.contacts.get({ id }))),
  'contacts.read': (service) => service.contacts.read({ text: '{}' }),
  'bundles.dryRun': (service, { items }) =>
    all(
      [{ ids: items }, { query: '的' }].map((selection) =>
        service.bundles.dryRun({
          selection,
          withLinked: true,
          recipient: { by: 'PASSPHRASE', name: '某人', unit: '' },
          imageMetadata: 'KEEP',
          consent: '',
        }),
      ),
    ),
  'bundles.chosen': (service, { items }) => service.bundles.chosen({ ids: items }),
  'bundles.sent': (service) => service.bundles.sent({ contactId: null }),
  'bundles.sentBundle': (service, { bundles }) =>
    all(bundles.map((id) => service.bundles.sentBundle({ id }))),
  'bundles.received': (service) => service.bundles.received(),
  'sheets.look': (service) => all(LISTS.map((choice) => service.sheets.look({ choice, language: 'zh-CN' }))),
};

/** Names of procedures that are in neither list, and of readings that are no procedures. */
export function unlistedProcedures(): string[] {
  const names = Object.entries(contract).flatMap(([noun, procedures]) =>
    Object.keys(procedures).map((name) => `${noun}.${name}`),
  );
  const unlisted = names.filter((name) => !(name in READINGS) && !DEEDS.has(name));
  const gone = [...Object.keys(READINGS), ...DEEDS].filter((name) => !names.includes(name));
  return [...unlisted, ...gone];
}

/** Asks every reading procedure for everything; refusals are answers too. @returns how many calls were answered */
export async function askEverything(
  service: ServiceClient,
  planted: Planted,
  words: readonly string[],
): Promise<void> {
  const everything: Planted[Tier] = { items: [], files: [], imports: [], bundles: [] };
  for (const { items, files, imports, bundles } of Object.values(planted)) {
    everything.items.push(...items);
    everything.files.push(...files);
    everything.imports.push(...imports);
    everything.bundles.push(...bundles);
  }
  for (const read of Object.values(READINGS)) await read(service, everything, words).catch(() => null);
}

async function all(calls: Promise<unknown>[]): Promise<unknown> {
  return Promise.allSettled(calls);
}

async function whole<Value>(stream: AsyncIterable<Value>): Promise<Value[]> {
  const values: Value[] = [];
  for await (const value of stream) values.push(value);
  return values;
}

async function first<Value>(stream: AsyncIterable<Value>): Promise<Value | null> {
  for await (const value of stream) return value;
  return null;
}
