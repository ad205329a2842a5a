import type { ReactNode } from 'react';
import { expiryState } from '#shared/confidentiality/terms.ts';
import { localDateOf } from '#shared/dates.ts';
import type { RecordDetail } from '#shared/records/contract.ts';
import { DateText, InstantText } from '../../../components/DateText/DateText.tsx';
import { Fact, FactsColumn } from '../../../components/FactsColumn/FactsColumn.tsx';
import { LevelMark } from '../../../components/LevelMark/LevelMark.tsx';
import { PeopleSelect } from '../../../components/PeopleSelect/PeopleSelect.tsx';
import { ProjectSelect } from '../../../components/ProjectSelect/ProjectSelect.tsx';
import { termText } from '../../../levelTerms.ts';
import { useT } from '../../../translations.ts';
import type { FieldName } from '../fields/recordField.ts';
import { EditableFact } from './EditableFact.tsx';
import { MeetingsFact } from './MeetingsFact.tsx';
import classes from './RecordFacts.module.css';
import type { RecordEdit } from './useRecordEdit.ts';
import { ValueEdit } from './ValueEdit.tsx';

const ORIGIN = [
  'docDate',
  'responsible',
  'docNo',
  'place',
  'language',
] as const satisfies readonly FieldName[];
const KEEPING = [
  'category',
  'subcategory',
  'retention',
  'year',
  'dept',
  'originalForm',
  'originalPlace',
] as const satisfies readonly FieldName[];

/** The facts of a record, each changed where it stands. */
export function RecordFacts({ record, edit }: { record: RecordDetail; edit: RecordEdit }) {
  const t = useT();
  const groups = t.records.page.groups;
  const hasSubcategory = record.fields.category === 'KJ' || record.fields.category === 'KU';
  const fact = (field: FieldName) => <EditableFact key={field} field={field} record={record} edit={edit} />;
  return (
    <div className={classes.facts}>
      <Group name={groups.origin}>{ORIGIN.map(fact)}</Group>
      <Group name={groups.relations}>
        <Fact name={t.records.fields.project}>
          <ValueEdit
            label={t.records.fields.project}
            value={record.project?.id ?? null}
            shown={record.project?.title ?? ''}
            onSave={(projectId, seen) => edit.edit({ projectId }, { projectId: seen })}
            input={({ value, onChange, onDone }) => (
              <ProjectSelect
                bare
                autoFocus
                level={record.level}
                value={value}
                onChange={onChange}
                onDone={onDone}
              />
            )}
          />
        </Fact>
        <Fact name={t.records.fields.people}>
          <ValueEdit
            label={t.records.fields.people}
            value={record.people.map(({ id }) => id)}
            shown={record.people.map(({ title }) => title).join(t.formats.list)}
            onSave={(peopleIds, seen) => edit.edit({ peopleIds }, { peopleIds: seen })}
            input={({ value, onChange, onDone }) => (
              <PeopleSelect
                bare
                autoFocus
                level={record.level}
                value={value}
                onChange={onChange}
                onDone={onDone}
              />
            )}
          />
        </Fact>
        {fact('keywords')}
        <MeetingsFact recordId={record.id} />
      </Group>
      <Group name={groups.keeping}>
        {KEEPING.filter((field) => field !== 'subcategory' || hasSubcategory).map(fact)}
        {record.retainUntil !== null && (
          <Fact name={t.records.fields.retainUntil}>
            <DateText date={record.retainUntil} />
          </Fact>
        )}
        {record.archivedAt !== null && (
          <Fact name={t.records.fields.archivedAt}>
            <InstantText at={record.archivedAt} />
          </Fact>
        )}
        <Fact name={t.records.fields.created}>
          <InstantText at={record.createdAt} />
        </Fact>
      </Group>
      <Group name={groups.secrecy}>
        <Fact name={t.records.fields.level}>
          <LevelMark level={record.level} />
        </Fact>
        <Fact name={t.records.fields.term}>{termText(t, record.term) || t.records.page.noTerm}</Fact>
        {record.levelExpiry !== null && (
          <Fact name={t.records.fields.levelExpiry}>
            <Expiry expiry={record.levelExpiry} />
          </Fact>
        )}
        <Fact name={t.records.fields.basis}>{record.basis === '' ? t.actions.notFilled : record.basis}</Fact>
        <Fact name={t.records.fields.personalInfo}>
          {record.personalInfo ? t.records.page.personalInfo : t.records.page.noPersonalInfo}
        </Fact>
      </Group>
    </div>
  );
}

function Group({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className={classes.group}>
      <h2 className={classes.name}>{name}</h2>
      <FactsColumn label={name}>{children}</FactsColumn>
    </section>
  );
}

function Expiry({ expiry }: { expiry: string }) {
  const t = useT();
  const state = expiryState(expiry, localDateOf(new Date()));
  return (
    <span className={classes.expiry} data-state={state}>
      <DateText date={expiry} />
      {state === 'EXPIRED' && <span> · {t.records.page.expired}</span>}
    </span>
  );
}
