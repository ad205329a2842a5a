import { Button, Modal } from '@mantine/core';
import type { RecordDetail } from '#shared/records/contract.ts';
import { useProblems } from '../../../components/problems.ts';
import { useT } from '../../../translations.ts';
import { shownValue } from '../fields/recordField.ts';
import { recordFieldName } from '../names.ts';
import classes from './ConflictSheet.module.css';
import type { EditConflict, RecordEdit } from './useRecordEdit.ts';

/** Two people changed the same record: both versions of each field side by side, and the choice. */
export function ConflictSheet({
  record,
  edit,
  conflict,
}: {
  record: RecordDetail;
  edit: RecordEdit;
  conflict: EditConflict;
}) {
  const t = useT();
  const words = t.records.conflict;
  const report = useProblems();
  const { wanted, present } = conflict;
  const fields = Object.keys(wanted) as (keyof typeof wanted)[];
  return (
    <Modal opened onClose={edit.giveWay} title={words.title} size={640} withCloseButton={false}>
      <p className={classes.text}>{words.text}</p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">
              <span className={classes.hidden}>{t.records.page.facts}</span>
            </th>
            <th scope="col">{words.yours}</th>
            <th scope="col">{words.theirs}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{recordFieldName(t, field)}</th>
              <td>{wantedText(t, field, wanted, record) || words.empty}</td>
              <td>{presentText(t, field, present) || words.empty}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.foot}>
        <Button variant="default" onClick={edit.giveWay}>
          {words.keepTheirs}
        </Button>
        <Button onClick={() => void edit.insist().catch(report)}>{words.keepYours}</Button>
      </div>
    </Modal>
  );
}

type T = ReturnType<typeof useT>;

/** Links are wanted by id; the names of those the record had already are known, of others the count must do. */
function wantedText(t: T, field: string, wanted: EditConflict['wanted'], record: RecordDetail): string {
  if (field === 'projectId') {
    if (wanted.projectId == null) return '';
    return record.project?.id === wanted.projectId ? record.project.title : t.formats.items(1);
  }
  if (field === 'peopleIds') {
    const known = new Map(record.people.map(({ id, title }) => [id, title]));
    return (wanted.peopleIds ?? []).map((id) => known.get(id) ?? '…').join(t.formats.list);
  }
  return shownValue(t, field, wanted[field as keyof typeof wanted]);
}

function presentText(t: T, field: string, present: RecordDetail): string {
  if (field === 'projectId') return present.project?.title ?? '';
  if (field === 'peopleIds') return present.people.map(({ title }) => title).join(t.formats.list);
  return shownValue(t, field, present.fields[field as keyof RecordDetail['fields']]);
}
