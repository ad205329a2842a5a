import { useState } from 'react';
import { newId } from '#shared/ids.ts';
import type { ShownQualification, UnitDetail } from '#shared/members/contract.ts';
import type { Qualification } from '#shared/members/qualification.ts';
import { client } from '../../api.ts';
import { ShownCitationText } from '../../components/CitationField/CitationText.tsx';
import { useProblems } from '../../components/problems.ts';
import { RowTable } from '../../components/RowTable/RowTable.tsx';
import { StatusTag } from '../../components/StatusTag/StatusTag.tsx';
import { useT } from '../../translations.ts';
import { QualificationSheet } from './QualificationSheet.tsx';
import { QUALIFICATION_TONES } from './tones.ts';
import classes from './UnitPage.module.css';
import { useRowRemoval } from './useUnitDeed.ts';

const BLANK: Omit<Qualification, 'id'> = {
  kind: 'HNTE',
  number: '',
  issuer: '',
  scope: '',
  issuedOn: null,
  expiresOn: null,
  revoked: false,
  evidence: null,
  verifiedBy: '',
  verifiedOn: null,
  note: '',
};

/** The unit's certificates, each with its evidence and the state that follows from its dates. */
export function QualificationsSection({ unit }: { unit: UnitDetail }) {
  const t = useT();
  const words = t.members.qualifications;
  const report = useProblems();
  const [editing, setEditing] = useState<Qualification | null>(null);
  const remove = useRowRemoval<Qualification>(
    unit,
    (input) => client.members.removeQualification(input),
    (input) => client.members.putQualification(input),
    words.removed,
  );
  return (
    <>
      <RowTable<ShownQualification>
        title={words.title}
        add={words.add}
        onAdd={() => setEditing({ ...BLANK, id: newId() })}
        none={words.none}
        rows={unit.qualifications}
        nameOf={({ kind, number }) => `${words.kinds[kind]} ${number}`}
        onEdit={(row) => setEditing(ownPart(row))}
        onRemove={(row) => void remove(ownPart(row)).catch(report)}
        columns={[
          {
            key: 'kind',
            label: words.kind,
            cell: ({ kind, number, issuer }) => (
              <>
                {words.kinds[kind]}
                <span className={classes.under}>
                  {[number, issuer].filter(Boolean).join(t.formats.separator)}
                </span>
              </>
            ),
          },
          {
            key: 'state',
            label: words.state,
            width: '110px',
            cell: ({ state }) => (
              <StatusTag tone={QUALIFICATION_TONES[state]}>{words.states[state]}</StatusTag>
            ),
          },
          {
            key: 'expiresOn',
            label: words.expiresOn,
            width: '150px',
            cell: ({ expiresOn, renewFrom }) => (
              <>
                <span className={classes.date}>{expiresOn ?? t.actions.none}</span>
                {renewFrom !== null && <span className={classes.under}>{words.renewFrom(renewFrom)}</span>}
              </>
            ),
          },
          {
            key: 'evidence',
            label: t.citations.evidence,
            cell: ({ shownEvidence }) =>
              shownEvidence === null ? '' : <ShownCitationText citation={shownEvidence} />,
          },
        ]}
      />
      {editing !== null && (
        <QualificationSheet unit={unit} initial={editing} onClose={() => setEditing(null)} />
      )}
    </>
  );
}

function ownPart({ shownEvidence: _, state: __, renewFrom: ___, ...row }: ShownQualification): Qualification {
  return row;
}
