import type { ContractRouterClient } from '@orpc/contract';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { Contract } from '#shared/contract.ts';
import { ruleText } from '#shared/translations/problemText.ts';
import { counted } from '../../formats.ts';
import { useT } from '../../translations.ts';
import classes from './Heads.module.css';

export type Verified = Awaited<ReturnType<ContractRouterClient<Contract>['journal']['verify']>>[number];

/** Whether the chains of a tier fit, and the first place where they do not. */
export function VerifyResult({ verified }: { verified: Verified }) {
  const t = useT();
  const words = t.journal;
  if (verified.ok) {
    return (
      <span className={classes.verdict} data-ok>
        <IconCircleCheck size={16} stroke={1.5} aria-hidden="true" />
        {words.ok(counted(verified.entries), counted(verified.items))}
      </span>
    );
  }
  const { broken } = verified;
  const where =
    broken === null
      ? words.broken
      : broken.seq === null
        ? words.brokenItem
        : words.brokenAt(counted(broken.seq));
  return (
    <span className={classes.verdict}>
      <IconAlertTriangle size={16} stroke={1.5} aria-hidden="true" />
      {where}
      {broken !== null && `${t.formats.separator}${ruleText(t, { rule: broken.rule })}`}
    </span>
  );
}
