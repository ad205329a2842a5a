import type { BundleJson } from '#shared/bundles/bundleJson.ts';
import { maturityFormOf } from '#shared/bundles/form.ts';
import type { ItemJson } from '#shared/bundles/itemJson.ts';
import { visibleName } from '#shared/bundles/names.ts';
import { contentsView } from './contentsView.ts';
import { el, fact } from './dom.ts';
import { formView } from './formView.ts';
import { levelMark } from './levelMark.ts';
import type { ReportMessage } from './messages.ts';
import { text } from './receivedText.ts';
import type { ReaderSession } from './session.ts';
import { verdictView } from './verdictView.ts';
import { timeText, words } from './words.ts';

/** The verdict first, then what the bundle says of itself, then what is in it. */
export function reportView(
  report: ReportMessage,
  items: readonly ItemJson[],
  fileName: string,
  session: ReaderSession | null,
  onAnother: () => void,
): HTMLElement {
  const t = words();
  return el(
    'div',
    { class: 'report' },
    el(
      'div',
      { class: 'report-head' },
      el('p', { class: 'file-name' }, el('bdi', {}, visibleName(fileName))),
      el('button', { type: 'button', class: 'quiet', onclick: onAnother }, t.chooseAnother),
    ),
    verdictView(report),
    report.bundle === null ? null : factsView(report.bundle),
    contentsView(report, items, session),
    report.bundle === null ? null : answerForm(report, report.bundle, items, session),
  );
}

/** The form, only of a bundle that is whole and signed: an answer to a changed one would be refused. */
function answerForm(
  report: ReportMessage,
  bundle: BundleJson,
  items: readonly ItemJson[],
  session: ReaderSession | null,
): HTMLElement | null {
  const form = maturityFormOf(bundle.form);
  return form === null || !report.whole ? null : formView(bundle, form, items, session);
}

function factsView(bundle: BundleJson): HTMLElement {
  const t = words();
  const { sender, recipient, level, terms } = bundle;
  const may = [
    terms.print ? t.mayPrint : t.mayNotPrint,
    terms.forward ? t.mayForward : t.mayNotForward,
    ...(terms.note === '' ? [] : [terms.note]),
  ];
  return el(
    'section',
    { 'aria-labelledby': 'facts' },
    el('h2', { id: 'facts' }, t.facts),
    el(
      'dl',
      {},
      ...fact(t.from, text(sender.unit)),
      ...fact(t.to, text(recipient.name)),
      ...fact(t.copy, t.copyNumber(recipient.copy)),
      ...fact(t.level, levelMark(level)),
      ...fact(t.created, timeText(bundle.createdAt)),
      ...fact(t.purpose, text(bundle.purpose)),
      ...fact(t.terms, text(may.join(t.formats.list))),
      ...fact(t.expires, bundle.expires ?? ''),
      ...fact(t.bundleId, el('code', {}, bundle.id)),
    ),
  );
}
