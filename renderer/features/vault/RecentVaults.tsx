import { IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { VaultStatus } from '#shared/vault/contract.ts';
import { api } from '../../api.ts';
import { IconButton } from '../../components/IconButton/IconButton.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { takeStatus } from '../../session.ts';
import { useT } from '../../translations.ts';
import classes from './RecentVaults.module.css';

/** Vaults opened here before; one whose folder is gone says so. */
export function RecentVaults({
  status,
  onChosen,
}: {
  status: VaultStatus;
  onChosen: (() => void) | undefined;
}) {
  const t = useT();
  const words = t.vault.start;
  const choose = useMutation(
    api.vault.choose.mutationOptions({
      onSuccess: (next) => {
        takeStatus(next);
        onChosen?.();
      },
    }),
  );
  const forget = useMutation(api.vault.forgetRecent.mutationOptions({ onSuccess: takeStatus }));
  if (status.recent.length === 0) return null;
  return (
    <section className={classes.recent} aria-labelledby="recent-vaults">
      <h2 id="recent-vaults" className={classes.title}>
        {words.recent}
      </h2>
      <ul className={classes.list}>
        {status.recent.map(({ token, name, label, missing }) => (
          <li key={token} className={classes.line}>
            <button
              type="button"
              className={classes.open}
              disabled={missing}
              onClick={() => choose.mutate({ place: token })}
            >
              <span className={classes.name}>{name}</span>
              <span className={classes.label}>{missing ? words.missing : label}</span>
            </button>
            <IconButton
              label={`${words.forget}${t.formats.colon}${name}`}
              size={28}
              onClick={() => forget.mutate({ place: token })}
            >
              <IconX size={16} stroke={1.5} />
            </IconButton>
          </li>
        ))}
      </ul>
      <ErrorProblems error={choose.error ?? forget.error} />
    </section>
  );
}
