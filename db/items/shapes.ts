import type { ItemKind } from '#shared/items.ts';
import { agreementShape } from '../agreements/shape.ts';
import { appointmentShape, groupShape, rulesetShape } from '../body/shape.ts';
import { contactShape } from '../bundles/shape.ts';
import { meetingShape } from '../meetings/shape.ts';
import { unitShape } from '../members/shape.ts';
import { maturityPanelShape, maturitySheetShape, outcomeShape } from '../outcomes/shape.ts';
import { dossierShape, personShape } from '../people/shape.ts';
import { projectShape } from '../projects/shape.ts';
import { recordShape } from '../records/shape.ts';
import { screeningShape, screeningSheetShape } from '../screening/shape.ts';
import { exhibitionShape, panelShape, visitShape } from '../showcase/shape.ts';
import type { ItemShape } from './shapeType.ts';

/** How each kind is stored; declared beside the noun's tables. */
export const SHAPES: Record<ItemKind, ItemShape> = {
  record: recordShape,
  person: personShape,
  unit: unitShape,
  project: projectShape,
  agreement: agreementShape,
  dossier: dossierShape,
  group: groupShape,
  appointment: appointmentShape,
  ruleset: rulesetShape,
  outcome: outcomeShape,
  maturityPanel: maturityPanelShape,
  maturitySheet: maturitySheetShape,
  exhibition: exhibitionShape,
  panel: panelShape,
  visit: visitShape,
  meeting: meetingShape,
  screening: screeningShape,
  screeningSheet: screeningSheetShape,
  contact: contactShape,
};
