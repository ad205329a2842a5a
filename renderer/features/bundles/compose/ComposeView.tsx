import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { IconButton } from '../../../components/IconButton/IconButton.tsx';
import { useT } from '../../../translations.ts';
import { useGoTo } from '../useExchange.ts';
import { CheckStep } from './CheckStep.tsx';
import classes from './ComposeView.module.css';
import { hasRecipient, useDraft } from './draft.ts';
import { MadeStep, type Making } from './MadeStep.tsx';
import { WhatStep } from './WhatStep.tsx';
import { WhomStep } from './WhomStep.tsx';

const STEPS = ['what', 'whom', 'check'] as const;
type Step = (typeof STEPS)[number];

/** Three calm steps: what, to whom, check. Nothing is written before the last of them is confirmed. */
export function ComposeView() {
  const t = useT();
  const words = t.bundles;
  const goTo = useGoTo();
  const [draft, change] = useDraft();
  const [step, setStep] = useState<Step>(draft.ids.length === 0 ? 'what' : 'whom');
  const [making, setMaking] = useState<Making | null>(null);
  const reachable: Record<Step, boolean> = {
    what: true,
    whom: draft.ids.length > 0,
    check: draft.ids.length > 0 && hasRecipient(draft),
  };
  return (
    <div className={classes.wizard}>
      <header className={classes.head}>
        <IconButton label={t.actions.back} onClick={() => goTo('sent')}>
          <IconArrowLeft size={18} stroke={1.5} />
        </IconButton>
        <h1 className={classes.title}>{words.wizard}</h1>
        <ol className={classes.rail}>
          {STEPS.map((each, index) => (
            <li key={each}>
              <button
                type="button"
                className={classes.step}
                aria-current={making === null && each === step ? 'step' : undefined}
                disabled={making !== null || !reachable[each]}
                onClick={() => setStep(each)}
              >
                <span className={classes.number}>{index + 1}</span>
                {words.steps[each]}
              </button>
            </li>
          ))}
        </ol>
      </header>
      {making !== null ? (
        <MadeStep
          making={making}
          onAgain={() => {
            setMaking(null);
            setStep('whom');
          }}
          onFailed={() => {
            setMaking(null);
            setStep('check');
          }}
          draft={draft}
          change={change}
        />
      ) : step === 'what' ? (
        <WhatStep draft={draft} change={change} onNext={() => setStep('whom')} />
      ) : step === 'whom' ? (
        <WhomStep
          draft={draft}
          change={change}
          onBack={() => setStep('what')}
          onNext={() => setStep('check')}
        />
      ) : (
        <CheckStep draft={draft} change={change} onBack={() => setStep('whom')} onMaking={setMaking} />
      )}
    </div>
  );
}
