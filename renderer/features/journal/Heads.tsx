import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { JournalHead } from '#shared/journal/contract.ts';
import { api } from '../../api.ts';
import { copyText } from '../../components/copyText.ts';
import { InstantText } from '../../components/DateText/DateText.tsx';
import { IconButton } from '../../components/IconButton/IconButton.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { counted } from '../../formats.ts';
import { host } from '../../host/host.ts';
import { useVaultStatus } from '../../session.ts';
import { useT } from '../../translations.ts';
import classes from './Heads.module.css';
import { type Verified, VerifyResult } from './VerifyResult.tsx';

/** The head of each open tier, whether the last one seen is in it, and the result of the verification. */
export function Heads() {
  const t = useT();
  const words = t.journal;
  const { vault } = useVaultStatus();
  const heads = useQuery(api.journal.heads.queryOptions());
  const verify = useMutation(api.journal.verify.mutationOptions());
  return (
    <section className={classes.heads} aria-label={words.heads}>
      <h2 className={classes.receipt}>
        {words.receiptTitle} · {vault?.name}
      </h2>
      <ErrorProblems error={heads.error ?? verify.error} />
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{words.columns.tier}</th>
            <th scope="col">{words.columns.seq}</th>
            <th scope="col">{words.columns.at}</th>
            <th scope="col">{words.head}</th>
            <th scope="col">{words.remembered}</th>
            <th scope="col">{words.result}</th>
          </tr>
        </thead>
        <tbody>
          {heads.data?.map((head) => (
            <HeadLine
              key={head.tier}
              head={head}
              verified={verify.data?.find(({ tier }) => tier === head.tier)}
            />
          ))}
        </tbody>
      </table>
      <div className={classes.foot} data-screen-only>
        <Button onClick={() => verify.mutate({})} loading={verify.isPending}>
          {words.verify}
        </Button>
        <Button variant="default" onClick={() => host.print()}>
          {words.printHeads}
        </Button>
        <p className={classes.help}>{words.headsHelp}</p>
      </div>
    </section>
  );
}

function HeadLine({ head, verified }: { head: JournalHead; verified: Verified | undefined }) {
  const t = useT();
  const words = t.journal;
  return (
    <tr>
      <th scope="row">{t.levels.tiers[head.tier]}</th>
      <td>{counted(head.seq)}</td>
      <td>
        <InstantText at={head.at} />
      </td>
      <td>
        <span className={classes.hashLine}>
          <code className={classes.hash}>{head.tierHash}</code>
          <span data-screen-only>
            <IconButton label={words.copyHead} size={24} onClick={() => void copyText(t, head.tierHash)}>
              <IconCopy size={16} stroke={1.5} />
            </IconButton>
          </span>
        </span>
      </td>
      <td>
        {head.remembered === null ? (
          <span className={classes.help}>{words.noneRemembered}</span>
        ) : (
          <span data-found={head.remembered.found} className={classes.remembered}>
            {counted(head.remembered.seq)} ·{' '}
            {head.remembered.found ? words.rememberedFound : words.rememberedMissing}
          </span>
        )}
      </td>
      <td>
        {verified === undefined ? (
          <span className={classes.help}>{words.notVerified}</span>
        ) : (
          <VerifyResult verified={verified} />
        )}
      </td>
    </tr>
  );
}
