import type { ItemJson } from '#shared/bundles/itemJson.ts';
import { visibleName } from '#shared/bundles/names.ts';
import { el, fact } from './dom.ts';
import { fileLine } from './fileLine.ts';
import { levelMark } from './levelMark.ts';
import type { ReportMessage } from './messages.ts';
import { text } from './receivedText.ts';
import type { ReaderSession } from './session.ts';
import { countText, wordOf, words } from './words.ts';

/** One item: its head always, its fields and files when it is opened. */
export function itemView(
  item: ItemJson,
  report: ReportMessage,
  titles: ReadonlyMap<string, string>,
  session: ReaderSession | null,
): HTMLElement {
  const t = words();
  const draft = item.kind === 'record' && item.state === 'DRAFT';
  const refCode = item.kind === 'record' ? (item.refCode ?? '') : '';
  const details = el(
    'details',
    { class: 'item' },
    el(
      'summary',
      {},
      el('span', { class: 'item-title' }, el('bdi', {}, visibleName(item.title))),
      draft ? el('span', { class: 'badge' }, t.draft) : null,
      el('span', { class: 'item-kind' }, t.kinds[item.kind]),
      refCode === '' ? null : el('bdi', { class: 'item-code' }, refCode),
      el(
        'span',
        { class: 'item-files' },
        item.files.length === 0 ? '' : `${t.records.fields.files} ${countText(item.files.length)}`,
      ),
      levelMark(item.level),
    ),
  );
  const fill = (): void => {
    if (details.open && details.children.length === 1) details.append(body(item, report, titles, session));
  };
  details.addEventListener('toggle', fill);
  return details;
}

function body(
  item: ItemJson,
  report: ReportMessage,
  titles: ReadonlyMap<string, string>,
  session: ReaderSession | null,
): HTMLElement {
  const t = words();
  const links = item.links.map(({ id }) => titles.get(id) ?? '').filter((title) => title !== '');
  const files = item.files.map((file) =>
    fileLine(
      {
        ...file,
        note:
          file.strippedFrom === null
            ? t.records.roles[file.role]
            : `${t.records.roles[file.role]}${t.formats.separator}${t.strippedHint}`,
        whole: report.files.get(file.path)?.whole === true,
      },
      session,
    ),
  );
  return el(
    'div',
    { class: 'item-body' },
    item.personalInfo ? el('p', { class: 'notice caution' }, t.personalInfo) : null,
    el('dl', {}, ...fieldFacts(item), ...fact(t.links, text(links.join(t.formats.list)))),
    files.length === 0 ? el('p', { class: 'help' }, t.noFiles) : el('ul', { class: 'files' }, ...files),
  );
}

function fieldFacts(item: ItemJson): Node[] {
  const t = words();
  const list = (rows: readonly (readonly [string, string])[]): Node[] =>
    rows.flatMap(([label, value]) => fact(label, text(value)));
  if (item.kind === 'person') {
    const { position, phone, email, note } = item.fields;
    return list([
      [t.people.position, position],
      [t.people.phone, phone],
      [t.people.email, email],
      [t.people.note, note],
    ]);
  }
  if (item.kind === 'unit') {
    const { shortName, role, note } = item.fields;
    return list([
      [t.units.shortName, shortName],
      [t.units.role, wordOf(t.unitRoles, role)],
      [t.units.note, note],
    ]);
  }
  if (item.kind === 'project') {
    const { code, startedOn, endedOn, note } = item.fields;
    return list([
      [t.projects.code, code],
      [t.projects.startedOn, startedOn ?? ''],
      [t.projects.endedOn, endedOn ?? ''],
      [t.projects.note, note],
    ]);
  }
  return list(recordRows(item));
}

function recordRows({ fields, refCode }: Extract<ItemJson, { kind: 'record' }>): [string, string][] {
  const { fields: labels, categories, retentions, originalForms, languages } = words().records;
  return [
    [labels.refCode, refCode ?? ''],
    [labels.docDate, fields.docDate ?? ''],
    [labels.responsible, fields.responsible],
    [labels.docNo, fields.docNo],
    [labels.category, wordOf(categories, fields.category)],
    [labels.retention, wordOf(retentions, fields.retention)],
    [labels.dept, fields.dept],
    [labels.originalForm, wordOf(originalForms, fields.originalForm)],
    [labels.originalPlace, fields.originalPlace],
    [labels.place, fields.place],
    [labels.keywords, fields.keywords.join(words().formats.list)],
    [labels.language, wordOf(languages, fields.language)],
    [labels.description, fields.description],
  ];
}
