import type { Level } from '#shared/confidentiality/levels.ts';
import type { IpKind, IpState } from '#shared/outcomes/intellectualProperty.ts';
import type {
  AchievementLevel,
  OutcomeAttribute,
  OutcomeClass,
  OutcomeForm,
  OutcomeStage,
} from '#shared/outcomes/outcome.ts';
import type { EventKind, TransformationPath } from '#shared/outcomes/transformation.ts';
import type { ProjectKey } from './projects.ts';

/** `quality`: the part of the points a panel gives on the whole. `open`: convened, not concluded yet. */
export type PanelPlan = { monthsAgo: number; quality: number; open?: true; lateRecusal?: true };

/** Months before today; negative ones are plans. */
export type OutcomePlan = {
  name: string;
  project: ProjectKey;
  level: Level;
  technicalField: string;
  cancerType: string;
  form: OutcomeForm;
  attribute: OutcomeAttribute;
  class: OutcomeClass;
  stage: OutcomeStage;
  trl: number | null;
  keywords: readonly string[];
  summary: string;
  innovations?: readonly string[];
  achievementLevel?: AchievementLevel;
  enteredMonthsAgo: number;
  rights: readonly (readonly [IpKind, string, IpState, number])[];
  path: readonly (readonly [TransformationPath, EventKind, number, string])[];
  panels: readonly PanelPlan[];
};

type Kind = Pick<OutcomePlan, 'form' | 'attribute' | 'class' | 'stage' | 'trl'>;
/** What an outcome is, in one line. */
export const kind = (
  form: OutcomeForm,
  stage: OutcomeStage,
  trl: number | null,
  attribute: OutcomeAttribute = 'ORIGINAL',
  of: OutcomeClass = 'APPLIED',
): Kind => ({ form, stage, trl, attribute, class: of });
