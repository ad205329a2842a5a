import {
  ACHIEVEMENT_LEVELS,
  ADOPTIONS,
  HIGH_TECH_FIELDS,
  INNOVATION_DEGREES,
  OUTCOME_ATTRIBUTES,
  OUTCOME_CLASSES,
  OUTCOME_FORMS,
  OUTCOME_STAGES,
} from '#shared/outcomes/outcome.ts';
import type { Catalogue } from '#shared/translations/catalogue.ts';

type Choice<Value extends string> = { value: Value; label: string };

function choicesOf<Value extends string>(
  values: readonly Value[],
  names: Readonly<Record<Value, string>>,
): Choice<Value>[] {
  return values.map((value) => ({ value, label: names[value] }));
}

/** What the fields that are chosen from a list offer. */
export function outcomeChoices({ outcomes: words }: Catalogue) {
  return {
    highTechField: choicesOf(HIGH_TECH_FIELDS, words.highTechFields),
    form: choicesOf(OUTCOME_FORMS, words.forms),
    attribute: choicesOf(OUTCOME_ATTRIBUTES, words.attributes),
    class: choicesOf(OUTCOME_CLASSES, words.classes),
    stage: choicesOf(OUTCOME_STAGES, words.stages),
    achievementLevel: choicesOf(ACHIEVEMENT_LEVELS, words.achievementLevels),
    innovationDegree: choicesOf(INNOVATION_DEGREES, words.innovationDegrees),
    adoption: choicesOf(ADOPTIONS, words.adoptions),
  };
}

/** 1 to 9. */
export const TRL_LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
