import type { BundleJson } from './bundleJson.ts';
import { kindTexts, levelText, indexTexts as texts } from './indexTexts.ts';
import type { FileJson, ItemJson } from './itemJson.ts';
import { visibleName } from './names.ts';

/**
 * data/index.html: what is in the bundle, for people without any program. Static, without script, nothing loaded from
 * elsewhere, every value escaped. In pieces, as a large bundle has a long page.
 */
export function* indexHtml(bundle: BundleJson, items: () => Iterable<ItemJson>): Generator<string, void> {
  const heading = `${texts.heading[0]} ${bundle.createdAt.slice(0, 10)} · ${texts.heading[1]}`;
  yield `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escaped(heading)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(heading)}</h1>
${factsTable(bundle)}
<h2>${both(texts.contents)} <small>${bundle.counts.items} · ${bundle.counts.files} ${both(texts.files)} · ${sizeText(bundle.counts.bytes)}</small></h2>
<table>
<thead><tr>${[texts.title, texts.kind, texts.refCode, texts.date, texts.level, texts.files].map((label) => `<th scope="col">${both(label)}</th>`).join('')}</tr></thead>
<tbody>
`;
  for (const item of items()) yield itemRow(item);
  yield `</tbody>
</table>
${verifySection(bundle)}
</main>
</body>
</html>
`;
}

const STYLE = `:root{color-scheme:light}body{margin:0;background:#f7f6f3;color:#24221f;font:14px/1.6 "PingFang SC","Microsoft YaHei UI","Noto Sans CJK SC",sans-serif}main{max-width:72rem;margin:0 auto;padding:32px 24px}h1{font-size:22px}h2{font-size:16px;margin-top:32px}small{font-weight:400;color:#5f5b54}table{border-collapse:collapse;width:100%;background:#fff;font-size:13px}th,td{border:1px solid #dedad2;padding:6px 10px;text-align:left;vertical-align:top;overflow-wrap:anywhere}th{background:#efede8;font-weight:600}dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 16px;background:#fff;border:1px solid #dedad2;padding:16px}dt{color:#5f5b54}dd{margin:0;overflow-wrap:anywhere}pre{background:#fff;border:1px solid #dedad2;padding:12px;overflow-x:auto}ul{margin:0;padding-left:18px}a{color:#1f3a5f}`;

function factsTable({ sender, recipient, level, terms, ...bundle }: BundleJson): string {
  const may = [
    terms.print ? texts.mayPrint : texts.mayNotPrint,
    terms.forward ? texts.mayForward : texts.mayNotForward,
  ].map(both);
  const mark = level.mark === '' ? '' : ` <bdi>${escaped(level.mark)}</bdi>`;
  const rows: [readonly [string, string], string][] = [
    [texts.from, text(sender.unit)],
    [texts.to, text(recipient.name)],
    [texts.copy, String(recipient.copy)],
    [texts.created, escaped(bundle.createdAt)],
    [texts.level, `${escaped(levelText(level.code))}${mark}`],
    [texts.purpose, text(bundle.purpose)],
    [texts.terms, `${may.join('；')}${terms.note === '' ? '' : `；${text(terms.note)}`}`],
    [texts.expires, bundle.expires === null ? both(texts.none) : escaped(bundle.expires)],
    [texts.bundleId, escaped(bundle.id)],
    [texts.signingKey, escaped(sender.signingKey)],
  ];
  return `<dl>${rows.map(([label, value]) => `<dt>${both(label)}</dt><dd>${value}</dd>`).join('\n')}</dl>`;
}

function itemRow(item: ItemJson): string {
  const draft =
    item.kind === 'record' && item.state === 'DRAFT' ? ` <strong>[${both(texts.draft)}]</strong>` : '';
  const cells = [
    `<a href="${escaped(`items/${item.kind}/${item.id}.json`)}">${text(item.title)}</a>${draft}`,
    both(kindTexts[item.kind]),
    item.kind === 'record' ? text(item.refCode ?? '') : '',
    item.kind === 'record' ? escaped(item.fields.docDate ?? '') : '',
    `${escaped(levelText(item.level.code))}${item.level.mark === '' ? '' : `<br><bdi>${escaped(item.level.mark)}</bdi>`}`,
    item.files.length === 0 ? '' : `<ul>${item.files.map(fileEntry).join('')}</ul>`,
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>\n`;
}

function fileEntry(file: FileJson): string {
  const address = file.path.slice('data/'.length).split('/').map(encodeURIComponent).join('/');
  return `<li><a href="${escaped(address)}">${text(file.name)}</a> <small>${sizeText(file.size)}</small></li>`;
}

function verifySection(bundle: BundleJson): string {
  const whole = 'sha256sum -c tagmanifest-sha256.txt && sha256sum -c manifest-sha256.txt';
  const signer = `ssh-keygen -Y verify -f allowed_signers -I SENDER -n mengbu-bundle -s tagmanifest-sha256.txt.sig < tagmanifest-sha256.txt`;
  return `<h2>${both(texts.verify)}</h2>
<p>${both(texts.verifyWhole)}</p>
<pre>${escaped(whole)}</pre>
<p>${both(texts.verifySigner)}</p>
<pre>${escaped(`SENDER namespaces="mengbu-bundle" ${bundle.sender.signingKey}`)}\n\n${escaped(signer)}</pre>
<p><small>${both(texts.notProof)}</small></p>`;
}

/** Short, the same in both languages. */
function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [value, unit] =
    bytes < 1e6 ? [bytes / 1e3, 'kB'] : bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
  return `${value.toFixed(1)} ${unit}`;
}

function both([zh, en]: readonly [string, string]): string {
  return `${escaped(zh)} <span lang="en">${escaped(en)}</span>`;
}

/** Received text: what would hide or turn it is shown, and its direction stays its own. */
function text(value: string): string {
  return `<bdi>${escaped(visibleName(value.replace(/\s+/g, ' ')))}</bdi>`;
}

function escaped(value: string): string {
  return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
