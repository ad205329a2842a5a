import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { DryRun } from '#shared/bundles/contract.ts';
import { LevelMark } from '../../../components/LevelMark/LevelMark.tsx';
import { counted, fileSize } from '../../../formats.ts';
import { useT } from '../../../translations.ts';
import classes from './CheckStep.module.css';

/** To whom, how much, held as what; and what has to be said of card and agreement. */
export function CheckHead({ run, by }: { run: DryRun; by: 'CARD' | 'PASSPHRASE' }) {
  const t = useT();
  const words = t.bundles.check;
  const { counts, recipient, secrecy } = run;
  const levelCause = run.causes.find(({ of }) => of === 'LEVEL');
  const needsSecrecy = run.goes.some(({ level }) => level !== 'PUBLIC');
  const secrecyText = words.secrecy[secrecy.state](secrecy.title, secrecy.validTo ?? '');
  return (
    <header className={classes.head}>
      <div>
        <h2 className={classes.to}>{words.to(recipient.name)}</h2>
        <p className={classes.counts}>
          {words.counts(counted(counts.items), counted(counts.files), fileSize(counts.bytes))}
        </p>
      </div>
      {run.goes.length > 0 && (
        <div>
          <p className={classes.label}>{words.wholeLevel}</p>
          <p>
            <LevelMark level={run.level} mark={run.mark} look="boxed" />
          </p>
          {levelCause !== undefined && (
            <p className={classes.cause}>{words.because(levelCause.item.title)}</p>
          )}
        </div>
      )}
      <ul className={classes.standing}>
        {by === 'CARD' && recipient.verified && <Line tone="good">{words.verified}</Line>}
        {by === 'CARD' && !recipient.verified && (
          <Line tone={recipient.keyChanged ? 'bad' : 'caution'}>
            {recipient.keyChanged ? words.keyChanged : words.unverified}
          </Line>
        )}
        {needsSecrecy && <Line tone={secrecy.state === 'IN_FORCE' ? 'good' : 'caution'}>{secrecyText}</Line>}
        {run.notThere > 0 && <Line tone="caution">{words.notThere(run.notThere)}</Line>}
      </ul>
    </header>
  );
}

function Line({ tone, children }: { tone: 'good' | 'caution' | 'bad'; children: string }) {
  const Icon = tone === 'good' ? IconCheck : IconAlertTriangle;
  return (
    <li className={classes.line} data-tone={tone}>
      <Icon size={16} stroke={1.5} aria-hidden="true" />
      {children}
    </li>
  );
}
