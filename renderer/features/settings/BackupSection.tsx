import { Button } from '@mantine/core';
import { TIERS } from '#shared/confidentiality/levels.ts';
import { client } from '../../api.ts';
import { host } from '../../host/host.ts';
import { lockVault, useVaultStatus } from '../../session.ts';
import { useT } from '../../translations.ts';
import { CheckReport } from './CheckReport.tsx';
import { Section, SectionFoot } from './Section.tsx';
import { useCheckRun } from './useCheckRun.ts';

/** A verified copy of every open tier on another disk; and where a copy becomes a vault again. */
export function BackupSection() {
  const t = useT();
  const words = t.settings.backup;
  const { openTiers } = useVaultStatus();
  const missing = TIERS.filter((tier) => !openTiers.includes(tier)).map((tier) => t.levels.tiers[tier]);
  const run = useCheckRun();

  async function backUp(): Promise<void> {
    const place = await host.pickFolder('export');
    if (place !== null) run.start((signal) => client.vault.backup({ place: place.token }, { signal }));
  }

  return (
    <>
      <Section title={words.title} lead={words.lead}>
        {missing.length > 0 && <p>{words.notAll(missing.join(t.formats.list))}</p>}
        <SectionFoot>
          <Button onClick={() => void backUp()} loading={run.state.phase === 'RUNNING'}>
            {words.choose}
          </Button>
        </SectionFoot>
        <CheckReport state={run.state} running={words.running} clean={words.done} found={words.doneWith} />
      </Section>
      <Section title={words.restoreTitle} lead={words.restoreLead}>
        <p>{words.restoreLocked}</p>
        <SectionFoot>
          <Button variant="default" onClick={() => void lockVault()}>
            {words.lockAndGo}
          </Button>
        </SectionFoot>
      </Section>
    </>
  );
}
