import { Button } from '@mantine/core';
import { IconCircleCheck, IconKey } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { TIERS } from '#shared/confidentiality/levels.ts';
import type { RecoverySheet } from '#shared/vault/contract.ts';
import { api } from '../../api.ts';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { host } from '../../host/host.ts';
import { notifyDone } from '../../notices.ts';
import { takeStatus, useVaultStatus } from '../../session.ts';
import { useT, useTranslation } from '../../translations.ts';
import { ProveSheet } from './ProveSheet.tsx';
import { RecoveryPaper } from './RecoveryPaper.tsx';
import classes from './RecoverySection.module.css';
import { Section, SectionFoot } from './Section.tsx';

/** The printed recovery key: made, printed, and proved by typing part of it back. */
export function RecoverySection() {
  const { t, language } = useTranslation();
  const words = t.settings.recovery;
  const status = useVaultStatus();
  const [sheet, setSheet] = useState<RecoverySheet | null>(null);
  const [isProving, setIsProving] = useState(false);
  const prepare = useMutation(
    api.vault.prepareRecovery.mutationOptions({
      onSuccess: (made) => {
        setSheet(made);
        setIsProving(false);
      },
    }),
  );
  const opensAll = TIERS.every((tier) => status.openTiers.includes(tier));

  if (sheet !== null && isProving) {
    return (
      <Section title={t.vault.recoverySheet.proveTitle} lead={t.vault.recoverySheet.proveHelp}>
        <ProveSheet
          ask={sheet.ask}
          onBack={() => setIsProving(false)}
          onProven={(next) => {
            setSheet(null);
            takeStatus(next);
            notifyDone(t.vault.recoverySheet.proven);
          }}
        />
      </Section>
    );
  }
  if (sheet !== null) {
    return (
      <Section title={words.title} lead={t.vault.recoverySheet.pending}>
        <RecoveryPaper sheet={sheet} vaultName={status.vault?.name ?? ''} />
        <div data-screen-only>
          <SectionFoot>
            <Button onClick={() => host.print()}>{t.actions.print}</Button>
            <Button variant="default" onClick={() => setIsProving(true)}>
              {t.vault.recoverySheet.printed}
            </Button>
            <Button variant="subtle" color="gray" onClick={() => setSheet(null)}>
              {t.vault.recoverySheet.later}
            </Button>
          </SectionFoot>
        </div>
      </Section>
    );
  }
  return (
    <Section title={words.title} lead={words.lead}>
      <RecoveryState has={status.hasRecovery} />
      {!opensAll && <p>{words.needsAllTiers}</p>}
      <ErrorProblems error={prepare.error} />
      <SectionFoot>
        <Button
          variant={status.hasRecovery ? 'default' : 'filled'}
          disabled={!opensAll}
          loading={prepare.isPending}
          onClick={() => prepare.mutate({ language })}
        >
          {status.hasRecovery ? t.vault.recoverySheet.remake : t.vault.recoverySheet.make}
        </Button>
      </SectionFoot>
      {status.hasRecovery && <p className={classes.help}>{t.vault.recoverySheet.remakeHelp}</p>}
    </Section>
  );
}

function RecoveryState({ has }: { has: boolean }) {
  const t = useT();
  const words = t.settings.recovery;
  return (
    <div className={classes.state} data-has={has || undefined}>
      {has ? (
        <IconCircleCheck size={20} stroke={1.5} aria-hidden="true" />
      ) : (
        <IconKey size={20} stroke={1.5} aria-hidden="true" />
      )}
      <p>
        <strong>{has ? words.present : words.absent}</strong>
        {!has && <span className={classes.help}>{words.absentHelp}</span>}
      </p>
    </div>
  );
}
