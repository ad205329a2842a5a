import type { CaseStage } from '#shared/screening/stages.ts';
import type { Tone } from '../../components/StatusTag/StatusTag.tsx';

export function stageTone(stage: CaseStage): Tone {
  if (stage === 'ADMITTED') return 'good';
  if (stage === 'REJECTED') return 'bad';
  if (stage === 'RETURNED') return 'wait';
  return stage === 'WITHDRAWN' || stage === 'DRAFT' ? 'plain' : 'live';
}
