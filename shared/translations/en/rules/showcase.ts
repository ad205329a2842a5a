import type { RuleParams, RuleText } from '../../catalogue.ts';
import type { showcaseRules as zh } from '../../zh-CN/rules/showcase.ts';
import { levels } from '../levels.ts';
import { numbered } from '../numbered.ts';
import { showcase } from '../showcase.ts';

/** Panels, exhibitions, packs and their leak test. */
export const showcaseRules: Record<keyof typeof zh, RuleText> = {
  DAY_NOT_YET: 'The date is later than today.',
  FINDING_NOT_FOR_POINT: 'This finding cannot be made on this point. Choose one from the list.',
  POINT_NOT_UNDER_REVIEW: 'This point is not under review now. Decide it when its stage is reached.',
  PAPER_REQUIRED: 'This finding must cite a written paper of the archive.',
  CONSENT_REQUIRED: 'The written consent of each right-holder or person must be cited from the archive.',
  CONSENT_OF_OWNER_MISSING: ({ owner }) => `The written consent of the right-holder “${owner}” is missing.`,
  OUTCOME_IS_PUBLIC: 'This outcome is public: nothing is to be compared.',
  REDACTION_MEANS_REQUIRED: 'Choose what was done to the text.',
  PANEL_WAS_REVIEWED:
    'A panel that was submitted cannot be removed. Withdraw it: the record of its review is kept.',
  EXHIBITION_WAS_EXPORTED: 'An exhibition of which a pack was made cannot be removed.',
  STEP_NOT_FROM_STATE: 'This cannot be done in the present state. Reload and try again.',
  POINT_OPEN: ({ point }) => `“${pointName(point)}” is not decided yet.`,
  POINT_FAILED: ({ point }) => `“${pointName(point)}” failed. Send the panel back.`,
  POINT_VOID: ({ point }) =>
    `The decision on “${pointName(point)}” is void because the content changed. Review it again.`,
  POINT_CONTRADICTED: ({ point, why }) => `“${pointName(point)}” contradicts the facts. ${factAgainst(why)}`,
  APPROVAL_VOID: 'The content changed after the approval. Review it again.',
  APPROVAL_EXPIRED: ({ date }) => `The approval ended on ${date}. Review it again.`,
  VALID_TO_REQUIRED: 'Say how long the approval holds.',
  VALID_TO_PAST: 'The approval cannot end before today.',
  APPROVER_PREPARED_IT: 'Who prepared the panel cannot approve it.',
  SECRECY_REVIEWER_IS_AUTHOR: 'The secrecy reviewer cannot be who declared the content accurate.',
  CODE_TEXT_ONLY: 'The code holds text only, no web address: a booth has no network.',
  NOT_A_PICTURE_OR_FILM: 'Only pictures and films can be cited here.',
  TARGET_REQUIRED: 'An exhibition for one unit must name it.',
  PANEL_TWICE: 'A panel can stand only once in an exhibition.',
  NOTICE_NOT_SIGNED: 'A signed notice is cited: tick “signed” too.',
  PANEL_NOT_IN_EXHIBITION: 'The panel is not in this exhibition.',
  PANEL_NOT_PUBLISHED: ({ title }) => `“${title}” is not published yet.`,
  PANEL_NOT_SHOWABLE: ({ title, why, point, fact }) =>
    `“${title}” cannot be shown: ${whyNot(why, point, fact)}`,
  PANEL_NOT_YET: ({ title, date }) => `“${title}” may be shown from ${date} on.`,
  PANEL_NO_MORE: ({ title, date }) => `“${title}” could be shown until ${date}.`,
  EXHIBITION_NOT_PUBLIC: 'The exhibition itself is not public. Change its level first.',
  EXHIBITION_EMPTY: 'The exhibition has no panels.',
  EXHIBITION_OVER: ({ date }) => `The exhibition ended on ${date}.`,
  PANELS_HIDDEN: ({ count }) =>
    `${numbered(count, 'panel was removed or lies', 'panels were removed or lie')} in a level that is not open. Take ${String(count) === '1' ? 'it' : 'them'} out of the columns.`,
  EXPIRES_TOO_LATE: ({ date }) => `It can be valid to ${date} at the latest.`,
  BOOTH_PAGE_MISSING: 'The booth page is missing in this program. Install it again.',
  EXHIBITION_CHANGED:
    'The exhibition or one of its panels was changed while its pack was being written. Look at it again and export it anew.',
  PACK_NOT_MADE: 'No pack was made; no file was left behind.',
  PACK_FOLDER_TAKEN: ({ name }) => `There is a folder named ${name} already; nothing was overwritten.`,
  PICTURE_GONE: ({ title }) => `A picture of “${title}” is not in the archive any more.`,
  PICTURE_UNREADABLE: ({ title }) => `A picture of “${title}” cannot be read. Replace it.`,
  PICTURE_OVER_LIMIT: ({ title }) => `A picture of “${title}” is too large. Replace it.`,
  FILM_CANNOT_BE_CLEANED: ({ title }) =>
    `The film of “${title}” cannot be freed of what it says beside its pictures. Convert it to a plain MP4.`,
  LEAK_TEXT: ({ text, title, level, panel }) =>
    `${placeOf(panel)}the same text as “${title}” (${levelName(level)}): “${text}”. Reword it, or declassify the source first.`,
  LEAK_NAME: ({ name, title, level }) => `The name of “${title}” (${levelName(level)}) occurs: “${name}”.`,
  LEAK_REF_CODE: ({ code }) => `The reference code ${code} of a record above public occurs.`,
  LEAK_FILE_HASH: 'The same bytes as a file above public.',
  LEAK_PERSON: ({ what, panel }) => `${placeOf(panel)}the name “${what}”, without the person's consent.`,
  LEAK_PERSONAL: ({ what, panel }) => `${placeOf(panel)}personal data ${what}.`,
  LEAK_METADATA: 'The file still holds metadata.',
  LEAK_LOCATION: 'The file says where it was taken.',
  LEAK_FILE_NAME: 'The file name is not a number.',
  LEAK_PAGE_CHANGED: 'The booth page is not as it was built.',
  LEAK_REPORT_CHANGED: 'The report is not as it was written.',
  LEAK_SUMS_CHANGED: 'The list of sums is not that of the files that were tested.',
  LEAK_FILE_CHANGED: 'The file changed after the test.',
  LEAK_UNREADABLE: 'The file cannot be read back.',
};

type Param = RuleParams[string] | undefined;

function pointName(point: Param): string {
  return namedIn(showcase.gate.points, point)?.name ?? '';
}

function levelName(level: Param): string {
  return namedIn(levels.names, level) ?? '';
}

/** 0: not within a panel. */
function placeOf(panel: Param): string {
  return panel === 0 || panel === undefined ? 'In the pack: ' : `On panel ${panel}: `;
}

function whyNot(why: Param, point: Param, fact: Param): string {
  if (why === 'APPROVAL_VOID') return 'its content changed after the approval.';
  if (why === 'APPROVAL_EXPIRED') return 'its approval has ended.';
  return `“${pointName(point)}” does not hold any more. ${factAgainst(fact)}`.trimEnd();
}

function factAgainst(fact: Param): string {
  return namedIn(showcase.gate.whyContradicted, fact) ?? '';
}

function namedIn<Value>(names: Readonly<Record<string, Value>>, name: Param): Value | undefined {
  return typeof name === 'string' && Object.hasOwn(names, name) ? names[name] : undefined;
}
