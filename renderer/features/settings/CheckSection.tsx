import { Button } from '@mantine/core';
import { client } from '../../api.ts';
import { useT } from '../../translations.ts';
import { CheckReport } from './CheckReport.tsx';
import { Section, SectionFoot } from './Section.tsx';
import { useCheckRun } from './useCheckRun.ts';

/** Computes everything again that can be computed, and says what does not fit. */
export function CheckSection() {
  const t = useT();
  const words = t.settings.check;
  const run = useCheckRun();
  const isRunning = run.state.phase === 'RUNNING';
  return (
    <Section title={words.title} lead={words.lead}>
      <SectionFoot>
        <Button
          onClick={() => run.start((signal) => client.vault.check(undefined, { signal }))}
          loading={isRunning}
        >
          {words.start}
        </Button>
        {isRunning && (
          <Button variant="default" onClick={run.stop}>
            {words.stop}
          </Button>
        )}
      </SectionFoot>
      <CheckReport state={run.state} running={words.running} clean={words.clean} found={words.found} />
    </Section>
  );
}
