import { IconAlertTriangle, IconEyeCheck, IconFlask, IconKey } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { VaultStatus } from '#shared/vault/contract.ts';
import { useT } from '../translations.ts';
import classes from './VaultBanners.module.css';

const EndPresentationSheet = lazy(async () => ({
  default: (await import('./EndPresentationSheet.tsx')).EndPresentationSheet,
}));

/** What concerns the whole vault and must not be overlooked: distrusted tiers, a missing recovery key, the demo. */
export function VaultBanners({ status }: { status: VaultStatus }) {
  const t = useT();
  const opensAll = status.openTiers.length === Object.keys(t.levels.tiers).length;
  const [ending, setEnding] = useState(false);
  const isDemo = status.vault?.demo === true;
  const isMakingKey = useLocation({ select: ({ pathname }) => pathname === '/settings/recovery' });
  return (
    <>
      {status.faults.map(({ tier }) => (
        <Banner key={tier} kind="fault" icon={<IconAlertTriangle size={18} stroke={1.5} />}>
          {t.shell.faults(t.levels.tiers[tier])} {t.shell.faultsHelp}
        </Banner>
      ))}
      {!status.hasRecovery && opensAll && !isDemo && !isMakingKey && (
        <Banner kind="warn" icon={<IconKey size={18} stroke={1.5} />}>
          {t.shell.recoveryMissing} <Link to="/settings/recovery">{t.shell.makeRecovery}</Link>
        </Banner>
      )}
      {status.presenting && (
        <Banner kind="demo" icon={<IconEyeCheck size={18} stroke={1.5} />}>
          {t.shell.presentation.banner}{' '}
          <button type="button" className={classes.deed} onClick={() => setEnding(true)}>
            {t.shell.presentation.end}…
          </button>
        </Banner>
      )}
      {ending && (
        <Suspense>
          <EndPresentationSheet onClose={() => setEnding(false)} />
        </Suspense>
      )}
      {isDemo && !status.presenting && (
        <Banner kind="demo" icon={<IconFlask size={18} stroke={1.5} />}>
          {t.shell.demo}
        </Banner>
      )}
    </>
  );
}

function Banner({
  kind,
  icon,
  children,
}: {
  kind: 'fault' | 'warn' | 'demo';
  icon: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={classes.banner} data-kind={kind} {...(kind === 'fault' ? { role: 'alert' } : {})}>
      <span className={classes.icon} aria-hidden="true">
        {icon}
      </span>
      <p>{children}</p>
    </div>
  );
}
