import type { LeakReport } from '#shared/showcase/exportContract.ts';
import { showcase as en } from '#shared/translations/en/showcase.ts';
import { showcase as zh } from '#shared/translations/zh-CN/showcase.ts';

type Count = keyof typeof zh.export.reportFacts;
const COUNTS = Object.keys(zh.export.reportFacts) as Count[];

/** The report that goes with a pack: how much was compared, and that nothing was found. Counts alone; no script. */
export function reportPage(report: LeakReport): string {
  const rows = COUNTS.map(
    (count) =>
      `<tr><th scope="row">${zh.export.reportFacts[count]}<small>${en.export.reportFacts[count]}</small></th><td>${report[count].toLocaleString('en')}</td></tr>`,
  ).join('\n');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${zh.export.report} ${report.serial}</title>
<style>
body { max-width: 640px; margin: 48px auto; padding: 0 16px; color: #1d2a38; font: 15px/1.6 "PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", sans-serif; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: 8px 0; border-bottom: 1px solid #d9d5cc; text-align: left; font-weight: 400; }
td { text-align: right; }
small { display: block; color: #5a6673; }
</style>
</head>
<body>
<h1>${zh.export.report} <span lang="en">${en.export.report}</span></h1>
<p>${report.serial} · ${new Date(report.testedAt).toISOString()}</p>
<p><strong>${zh.export.clean}</strong> <span lang="en">${en.export.clean}</span></p>
<table>
${rows}
</table>
</body>
</html>
`;
}
