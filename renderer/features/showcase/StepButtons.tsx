import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Panel } from '#shared/showcase/contract.ts';
import { type Step, stepsFrom } from '#shared/showcase/review.ts';
import { useT } from '../../translations.ts';
import { StepSheet } from './StepSheet.tsx';

/** The steps a panel's state offers; the one that leads on comes last and is filled. */
export function StepButtons({ panel }: { panel: Panel }) {
  const t = useT();
  const [step, setStep] = useState<Step | null>(null);
  return (
    <>
      {stepsFrom(panel.state)
        .toReversed()
        .map((each, index, all) => (
          <Button
            key={each}
            variant={index === all.length - 1 && each !== 'WITHDRAW' ? 'filled' : 'default'}
            onClick={() => setStep(each)}
          >
            {panel.state === 'SECRECY_REVIEW' && each === 'PASS'
              ? t.showcase.steps.approve
              : t.showcase.steps.names[each]}
          </Button>
        ))}
      {step !== null && <StepSheet panel={panel} step={step} onClose={() => setStep(null)} />}
    </>
  );
}
