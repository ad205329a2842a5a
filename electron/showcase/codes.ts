import { OUTCOME_STAGES } from '#shared/outcomes/outcome.ts';
import { AUDIENCES, COLUMN_KINDS } from '#shared/showcase/exhibition.ts';
import {
  COOPERATION_NEEDS,
  COOPERATION_WAYS,
  PANEL_KINDS,
  TECH_FIELDS,
  TRANSFER_STATUSES,
} from '#shared/showcase/panel.ts';

/** Whether a stored string is a code of a closed list, which nobody wrote: REGISTRATION, JOINT_DEVELOPMENT. It tells nothing. */
export function isCode(text: string): boolean {
  return SHOWN.has(text) || /^[A-Z]+(?:_[A-Z0-9]+)+$/.test(text);
}

const SHOWN: ReadonlySet<string> = new Set([
  ...[AUDIENCES, COLUMN_KINDS, PANEL_KINDS].flat(),
  ...[OUTCOME_STAGES, TECH_FIELDS, TRANSFER_STATUSES, COOPERATION_WAYS, COOPERATION_NEEDS].flat(),
]);
