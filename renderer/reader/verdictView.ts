import type { BagFinding } from '#shared/bundles/bagFindings.ts';
import { type Verdict, type VerdictCode, verdictOf } from '#shared/bundles/verdict.ts';
import { localDateOf } from '#shared/dates.ts';
import { el } from './dom.ts';
import type { ReportMessage } from './messages.ts';
import { timeText, wordOf, words } from './words.ts';

const SHOWN = 20;
const SIGNS = { good: '✓', caution: '!', bad: '✕' } as const;

/** One verdict in plain sentences and a colour. The reader keeps no memory: it never says that something is the newest. */
export function verdictView(report: ReportMessage): HTMLElement {
  const t = words();
  const verdict = verdictOf({
    whole: report.whole,
    signature: report.signature,
    bundle: report.bundle,
    signer: null,
    freshness: null,
    addressee: null,
    today: localDateOf(new Date()),
  });
  const sentences = verdict.codes
    .map((code) => sentence(code, verdict, report))
    .filter((line) => line !== '');
  const edition = editionOf(verdict);
  return el(
    'section',
    { class: `verdict ${verdict.tone}`, 'aria-labelledby': 'verdict' },
    el(
      'h2',
      { id: 'verdict', tabindex: '-1', 'data-focus': true },
      el('span', { class: 'tone', 'aria-hidden': 'true' }, SIGNS[verdict.tone]),
      `${t.verdict}${t.formats.colon}${t.tones[verdict.tone]}`,
    ),
    el('ul', { class: 'sentences' }, ...[...sentences, ...edition].map((line) => el('li', {}, line))),
    fingerprint(verdict),
    findings(t.problems, report.problems, report.problemCount),
    findings(t.warnings, report.warnings, report.warnings.length),
  );
}

function sentence(code: VerdictCode, { data }: Verdict, report: ReportMessage): string {
  const t = words();
  switch (code) {
    case 'SIGNER_UNKNOWN':
      return t.signerUnknown(data.unit ?? '');
    case 'SIGNATURE_MISSING':
      return t.signatureMissing;
    case 'SIGNATURE_INVALID':
      return t.signatureInvalid;
    case 'WHOLE':
      return report.signature.state === 'VALID' ? t.whole : t.wholeUnsigned;
    case 'CHANGED':
      return t.changed(report.problemCount);
    case 'EXPIRED':
      return t.expired(data.expires ?? '');
    case 'VALID_UNTIL':
      return t.validUntil(data.expires ?? '');
    default:
      return '';
  }
}

function editionOf({ data }: Verdict): string[] {
  if (data.sequence === null || data.createdAt === null) return [];
  return [words().edition(data.sequence, timeText(data.createdAt))];
}

function fingerprint({ data }: Verdict): HTMLElement | null {
  const t = words();
  if (data.fingerprint === null) return null;
  return el(
    'p',
    { class: 'fingerprint' },
    `${t.signerFingerprint}${t.formats.colon}`,
    el('code', {}, data.fingerprint),
    el('span', { class: 'help' }, t.fingerprintHelp),
  );
}

function findings(title: string, list: readonly BagFinding[], count: number): HTMLElement | null {
  if (list.length === 0) return null;
  const t = words();
  const lines = list.slice(0, SHOWN).map((finding) => el('li', {}, findingText(finding)));
  const more = count - lines.length;
  return el(
    'details',
    { class: 'findings' },
    el('summary', {}, `${title} (${count})`),
    el('ul', {}, ...lines, more > 0 ? el('li', {}, t.moreProblems(more)) : null),
  );
}

function findingText({ rule, entry, detail }: BagFinding): string {
  const t = words();
  const { other, ...known } = t.findings;
  const what = Object.hasOwn(known, rule) ? wordOf(known, rule) : other(rule);
  const why = Object.hasOwn(known, detail) ? wordOf(known, detail) : detail;
  const said = [what, why].filter((part) => part !== '').join(t.formats.separator);
  return entry === '' ? said : `${entry}${t.formats.colon}${said}`;
}
