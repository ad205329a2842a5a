import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { Level } from '#shared/confidentiality/levels.ts';
import type { Citation } from '#shared/records/citation.ts';
import type { Consent } from '#shared/showcase/gate.ts';
import { CitationField } from '../../components/CitationField/CitationField.tsx';
import { IconButton } from '../../components/IconButton/IconButton.tsx';
import { useT } from '../../translations.ts';
import classes from './ConsentRows.module.css';

/** A consent while it is typed: the paper comes after the name. */
export type ConsentDraft = { holder: string; paper: Citation | null };

/** The consents that are whole; null while one lacks its name or its paper. */
export function wholeConsents(drafts: readonly ConsentDraft[]): Consent[] | null {
  const whole = drafts.flatMap(({ holder, paper }) =>
    holder.trim() === '' || paper === null ? [] : [{ holder: holder.trim(), paper }],
  );
  return whole.length === drafts.length ? whole : null;
}

/** Who consented, each with the signed paper. */
export function ConsentRows({
  point,
  level,
  consents,
  error,
  onChange,
}: {
  point: 'TRADE_SECRET' | 'PERSONAL_INFO';
  level: Level;
  consents: readonly ConsentDraft[];
  error: string | undefined;
  onChange: (consents: ConsentDraft[]) => void;
}) {
  const t = useT();
  const words = t.showcase.gate;
  const changeOne = (at: number, changes: Partial<ConsentDraft>) =>
    onChange(consents.map((each, index) => (index === at ? { ...each, ...changes } : each)));
  return (
    <fieldset className={classes.rows}>
      <legend className={classes.title}>{words.consents}</legend>
      <p className={classes.help}>{words.consentsHelp[point]}</p>
      {consents.map(({ holder, paper }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are only added at the end and two may be alike while typed
        <div key={at} className={classes.row}>
          <TextInput
            aria-label={words.holder[point]}
            placeholder={words.holder[point]}
            value={holder}
            maxLength={120}
            onChange={(event) => changeOne(at, { holder: event.currentTarget.value })}
          />
          <CitationField
            bare
            label={words.consentPaper(holder.trim() === '' ? words.holder[point] : holder)}
            value={paper}
            level={level}
            onChange={(next) => changeOne(at, { paper: next })}
          />
          <IconButton
            label={words.removeConsent}
            size={26}
            onClick={() => onChange(consents.filter((_, index) => index !== at))}
          >
            <IconX size={14} stroke={1.5} />
          </IconButton>
        </div>
      ))}
      {error !== undefined && <p className={classes.error}>{error}</p>}
      <Button
        variant="subtle"
        size="xs"
        className={classes.add}
        leftSection={<IconPlus size={14} stroke={1.5} />}
        onClick={() => onChange([...consents, { holder: '', paper: null }])}
      >
        {words.addConsent}
      </Button>
    </fieldset>
  );
}
