import { Loader } from '@mantine/core';
import {
  IconArrowBackUp,
  IconChevronRight,
  IconDatabaseImport,
  IconFolderOpen,
  IconFolderPlus,
  IconPresentation,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { VaultStatus } from '#shared/vault/contract.ts';
import { api, client } from '../../api.ts';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { host } from '../../host/host.ts';
import { takeStatus } from '../../session.ts';
import { useT } from '../../translations.ts';
import { CreateVault } from './CreateVault.tsx';
import { FrontFrame } from './FrontFrame.tsx';
import { RecentVaults } from './RecentVaults.tsx';
import { RestoreVault } from './RestoreVault.tsx';
import classes from './StartPage.module.css';

type View = 'choice' | 'create' | 'restore';

/** Where everything begins: create a vault, open one, or look at the demo. */
export function StartPage({ status, onBack }: { status: VaultStatus; onBack?: () => void }) {
  const [view, setView] = useState<View>('choice');
  if (view === 'create') return <CreateVault onBack={() => setView('choice')} />;
  if (view === 'restore') return <RestoreVault onBack={() => setView('choice')} onRestored={onBack} />;
  return <Choice status={status} onView={setView} onChosen={onBack} />;
}

function Choice({
  status,
  onView,
  onChosen,
}: {
  status: VaultStatus;
  onView: (view: View) => void;
  onChosen: (() => void) | undefined;
}) {
  const t = useT();
  const words = t.vault.start;
  const demo = useMutation(api.vault.openDemo.mutationOptions({ onSuccess: takeStatus }));
  const open = useMutation({
    mutationFn: async () => {
      const place = await host.pickFolder('vault');
      return place === null ? null : client.vault.choose({ place: place.token });
    },
    onSuccess: (chosen) => {
      if (chosen === null) return;
      takeStatus(chosen);
      onChosen?.();
    },
  });
  const busy = demo.isPending || open.isPending;
  return (
    <FrontFrame width="wide">
      <div className={classes.columns}>
        <section>
          <h1 className={classes.title}>{words.title}</h1>
          <p className={classes.lead}>{words.lead}</p>
          <ul className={classes.choices}>
            <Deed
              Icon={IconFolderPlus}
              name={words.create}
              help={words.createHelp}
              off={busy}
              onClick={() => onView('create')}
            />
            <Deed
              Icon={IconFolderOpen}
              name={words.open}
              help={words.openHelp}
              off={busy}
              onClick={() => open.mutate()}
            />
            <Deed
              Icon={IconPresentation}
              name={demo.isPending ? words.demoMaking : words.demo}
              help={words.demoHelp}
              busy={demo.isPending}
              off={busy}
              onClick={() => demo.mutate({})}
            />
          </ul>
          <ErrorProblems error={open.error ?? demo.error} />
          <RecentVaults status={status} onChosen={onChosen} />
          <div className={classes.lesser}>
            <button type="button" className={classes.link} onClick={() => onView('restore')}>
              <IconDatabaseImport size={16} stroke={1.5} aria-hidden="true" />
              {words.restore}
            </button>
            {onChosen !== undefined && (
              <button type="button" className={classes.link} onClick={onChosen}>
                <IconArrowBackUp size={16} stroke={1.5} aria-hidden="true" />
                {words.backToLock(status.vault?.name ?? '')}
              </button>
            )}
          </div>
        </section>
        <aside className={classes.notes} aria-label={words.whatIsProtected}>
          <h2>{words.notes.protectedTitle}</h2>
          <p>{words.notes.protected}</p>
          <h2>{words.notes.noWayInTitle}</h2>
          <p>{words.notes.noWayIn}</p>
          <h2>{words.notes.stateSecretsTitle}</h2>
          <p>{words.notes.stateSecrets}</p>
        </aside>
      </div>
    </FrontFrame>
  );
}

function Deed({
  Icon,
  name,
  help,
  busy = false,
  off,
  onClick,
}: {
  Icon: typeof IconFolderPlus;
  name: string;
  help: string;
  busy?: boolean;
  off: boolean;
  onClick: () => void;
}) {
  return (
    <li>
      <button type="button" className={classes.deed} onClick={onClick} disabled={off}>
        <Icon size={24} stroke={1.5} className={classes.icon} aria-hidden="true" />
        <span>
          <span className={classes.name}>{name}</span>
          <span className={classes.help}>{help}</span>
        </span>
        {busy ? (
          <Loader />
        ) : (
          <IconChevronRight size={18} stroke={1.5} className={classes.chevron} aria-hidden="true" />
        )}
      </button>
    </li>
  );
}
