import type { BundleJson } from '#shared/bundles/bundleJson.ts';
import type { MaturityForm } from '#shared/bundles/form.ts';
import type { ItemJson } from '#shared/bundles/itemJson.ts';
import { visibleName } from '#shared/bundles/names.ts';
import { halvesText, totalOf } from '#shared/outcomes/maturity.ts';
import {
  INDICATOR_GROUPS,
  type Indicator,
  MATURITY_TABLE,
  RISK_DIRECTION,
} from '#shared/outcomes/maturityTable.ts';
import { completeScores } from '#shared/outcomes/scoreRules.ts';
import { el, fact } from './dom.ts';
import { draftFor, evidenceChoices, type FormDraft, formProblems, scoresOf } from './formDraft.ts';
import { levelMark } from './levelMark.ts';
import { text } from './receivedText.ts';
import type { ReaderSession } from './session.ts';
import { download } from './takeFile.ts';
import { words } from './words.ts';

/** The score sheet that came along: filled in here, checked by the same rules as at the sender's, returned as a sealed file. */
export function formView(
  bundle: BundleJson,
  form: MaturityForm,
  items: readonly ItemJson[],
  session: ReaderSession | null,
): HTMLElement {
  const t = words().form;
  const draft = draftFor(form.code);
  const total = el('output', { id: 'form-total' });
  const problems = el('div', { class: 'form-problems', role: 'alert' });
  const status = el('p', { role: 'status', class: 'help' });
  const changed = (): void => {
    problems.replaceChildren();
    const scores = completeScores(scoresOf(draft));
    total.textContent = scores === null ? '—' : halvesText(totalOf(scores));
    status.textContent = '';
  };
  const opinion = el('textarea', {
    id: 'form-opinion',
    rows: '5',
    maxlength: '3000',
    oninput: () => {
      draft.opinion = opinion.value;
      changed();
    },
  });
  opinion.value = draft.opinion;
  const clear = el('input', {
    type: 'checkbox',
    id: 'form-clear',
    onchange: () => {
      draft.clear = clear.checked;
    },
  });
  clear.checked = draft.clear;

  async function make(event: Event): Promise<void> {
    event.preventDefault();
    const found = formProblems(draft);
    const lines = el('ul', {}, ...found.map((line) => el('li', {}, line)));
    problems.replaceChildren(...(found.length === 0 ? [] : [lines]));
    if (found.length > 0 || session === null) return;
    const name = `${t.fileName}-${bundle.recipient.copy}-${bundle.id.slice(-6)}.mengbu-answer`;
    try {
      const bytes = await session.answer({
        bundle: { id: bundle.id, copy: bundle.recipient.copy },
        code: form.code,
        answerTo: form.answerTo,
        scores: scoresOf(draft),
        opinion: draft.opinion.trim(),
      });
      download(new Blob([bytes]), name);
      status.textContent = t.made(name);
    } catch {
      status.textContent = t.notMade;
    }
  }

  changed();
  return el(
    'section',
    { 'aria-labelledby': 'form' },
    el('h2', { id: 'form' }, t.title),
    el(
      'dl',
      {},
      ...fact(t.outcome, text(form.outcome)),
      ...fact(t.field, text(form.field)),
      ...fact(t.date, form.convenedOn),
      ...fact(t.expert, text(form.expert)),
      ...fact(words().level, levelMark(form.level)),
      ...fact(t.summary, text(form.summary)),
    ),
    el(
      'form',
      { class: 'score-form', novalidate: true, onsubmit: (event) => void make(event) },
      el('p', { class: 'help' }, words().formats.locale === 'zh-CN' ? RISK_DIRECTION.zh : RISK_DIRECTION.en),
      el('p', { class: 'help' }, t.rules),
      scoreTable(draft, items, changed),
      el('p', { class: 'form-total' }, `${t.total} `, total, ' / 100'),
      el('label', { for: 'form-opinion' }, t.opinion),
      opinion,
      el('p', { class: 'form-clear' }, clear, el('label', { for: 'form-clear' }, t.declaration)),
      problems,
      el('button', { type: 'submit', class: 'button' }, t.make),
      status,
    ),
  );
}

function scoreTable(draft: FormDraft, items: readonly ItemJson[], changed: () => void): HTMLElement {
  const t = words().form;
  const inLanguage = ({ zh, en }: { zh: string; en: string }) =>
    words().formats.locale === 'zh-CN' ? zh : en;
  return el(
    'table',
    { class: 'scores' },
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        el('th', { scope: 'col' }, t.indicator),
        el('th', { scope: 'col' }, t.score),
        el('th', { scope: 'col' }, t.evidence),
      ),
    ),
    ...INDICATOR_GROUPS.map((group) =>
      el(
        'tbody',
        {},
        el(
          'tr',
          {},
          el(
            'th',
            { scope: 'rowgroup', colspan: '3', class: 'group' },
            `${inLanguage(group.name)} ${group.points}`,
          ),
        ),
        ...MATURITY_TABLE.filter((row) => row.group === group.id).map((row) =>
          el(
            'tr',
            {},
            el(
              'td',
              {},
              el('label', { for: `score-${row.id}` }, el('strong', {}, inLanguage(row.name))),
              el('p', { class: 'help' }, inLanguage(row.explanation)),
              el('p', { class: 'help' }, inLanguage(row.aspects)),
            ),
            el('td', { class: 'score' }, scoreInput(draft, row.id, changed), ` / ${row.points}`),
            el('td', {}, evidenceSelect(draft, row.id, inLanguage(row.name), items)),
          ),
        ),
      ),
    ),
  );
}

function scoreInput(draft: FormDraft, indicator: Indicator, changed: () => void): HTMLElement {
  const input = el('input', {
    type: 'text',
    inputmode: 'decimal',
    id: `score-${indicator}`,
    autocomplete: 'off',
    maxlength: '5',
    oninput: () => {
      draft.scores[indicator].typed = input.value;
      changed();
    },
  });
  input.value = draft.scores[indicator].typed;
  return input;
}

function evidenceSelect(
  draft: FormDraft,
  indicator: Indicator,
  name: string,
  items: readonly ItemJson[],
): HTMLElement {
  const t = words().form;
  const choices = evidenceChoices(items);
  const select = el(
    'select',
    {
      'aria-label': t.evidenceOf(name),
      onchange: () => {
        draft.scores[indicator].evidence = choices[select.selectedIndex - 1]?.evidence ?? null;
      },
    },
    el('option', {}, t.noEvidence),
    ...choices.map((choice) => el('option', {}, visibleName(choice.name))),
  );
  const chosen = draft.scores[indicator].evidence;
  select.selectedIndex = choices.findIndex(({ evidence }) => evidence.fileId === chosen?.fileId) + 1;
  return select;
}
