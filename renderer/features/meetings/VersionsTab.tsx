import { Button } from '@mantine/core';
import { IconCopy, IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Meeting, MeetingVersion } from '#shared/meetings/contract.ts';
import { copyText } from '../../components/copyText.ts';
import { DateText } from '../../components/DateText/DateText.tsx';
import { IconButton } from '../../components/IconButton/IconButton.tsx';
import { useT } from '../../translations.ts';
import { PaperSheet } from './PaperSheet.tsx';
import section from './Section.module.css';
import classes from './VersionsTab.module.css';

/** What was signed, the newest first: by whom, its hash, and the record it was filed as. */
export function VersionsTab({ meeting }: { meeting: Meeting }) {
  const t = useT();
  const words = t.meetings.versions;
  const [saving, setSaving] = useState<number | null>(null);
  return (
    <section aria-label={t.meetings.tabs.versions}>
      {meeting.versions.length === 0 && <p className={section.none}>{words.none}</p>}
      {meeting.versions.toReversed().map((version) => (
        <article key={version.number} className={classes.version}>
          <h2 className={classes.title}>
            {words.number(version.number)}
            <Button size="xs" variant="default" onClick={() => setSaving(version.number)}>
              {words.save}
            </Button>
          </h2>
          <VersionFacts version={version} />
        </article>
      ))}
      {saving !== null && <PaperSheet meeting={meeting} number={saving} onClose={() => setSaving(null)} />}
    </section>
  );
}

function VersionFacts({ version }: { version: MeetingVersion }) {
  const t = useT();
  const words = t.meetings.versions;
  const { signer, issuedOn, reason, record, sha256, intact } = version;
  const Mark = intact ? IconShieldCheck : IconShieldX;
  return (
    <dl className={classes.facts}>
      <dt>{words.signer}</dt>
      <dd>{signer}</dd>
      <dt>{words.issuedOn}</dt>
      <dd>
        <DateText date={issuedOn} />
      </dd>
      {reason !== '' && (
        <>
          <dt>{words.reason}</dt>
          <dd>{reason}</dd>
        </>
      )}
      <dt>{words.record}</dt>
      <dd>
        {record === null ? (
          words.notOpen
        ) : (
          <Link to="/records/$recordId" params={{ recordId: record.id }}>
            {record.refCode ?? record.title}
          </Link>
        )}
      </dd>
      <dt>{words.hash}</dt>
      <dd>
        <code className={classes.hash}>{sha256}</code>
        <IconButton label={words.copy} size={24} onClick={() => void copyText(t, sha256)}>
          <IconCopy size={14} stroke={1.5} />
        </IconButton>
        <span className={classes.intact} data-broken={!intact || undefined}>
          <Mark size={16} stroke={1.5} aria-hidden />
          {intact ? words.intact : words.damaged}
        </span>
      </dd>
    </dl>
  );
}
