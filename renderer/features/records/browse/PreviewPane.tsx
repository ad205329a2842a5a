import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { RecordRow } from '#shared/records/contract.ts';
import { api } from '../../../api.ts';
import { DateText, InstantText } from '../../../components/DateText/DateText.tsx';
import { Fact, FactsColumn } from '../../../components/FactsColumn/FactsColumn.tsx';
import { FileThumb } from '../../../components/FileThumb/FileThumb.tsx';
import { IconButton } from '../../../components/IconButton/IconButton.tsx';
import { LevelMark } from '../../../components/LevelMark/LevelMark.tsx';
import { counted, fileSize } from '../../../formats.ts';
import { useT } from '../../../translations.ts';
import { nameOf } from '../names.ts';
import classes from './PreviewPane.module.css';

/** The chosen record beside the list: its picture large, and the facts one looks for first. */
export function PreviewPane({
  row,
  chosen,
  onOpen,
  onLook,
}: {
  row: RecordRow | undefined;
  chosen: number;
  onOpen: (recordId: string) => void;
  onLook: () => void;
}) {
  const t = useT();
  return (
    <aside className={classes.pane} aria-label={t.records.list.preview}>
      {chosen > 1 ? (
        <p className={classes.hint}>{t.records.list.manyChosen(counted(chosen))}</p>
      ) : row === undefined || chosen === 0 ? (
        <p className={classes.hint}>{t.records.list.nothingChosen}</p>
      ) : (
        <Preview key={row.id} row={row} onOpen={onOpen} onLook={onLook} />
      )}
    </aside>
  );
}

function Preview({
  row,
  onOpen,
  onLook,
}: {
  row: RecordRow;
  onOpen: (recordId: string) => void;
  onLook: () => void;
}) {
  const t = useT();
  const record = useQuery(api.records.get.queryOptions({ input: { id: row.id } })).data;
  const fields = record?.fields;
  return (
    <>
      <button
        type="button"
        className={classes.picture}
        onClick={onLook}
        aria-label={t.records.list.preview}
        disabled={row.fileCount === 0}
      >
        <FileThumb file={{ kind: row.coverKind ?? 'other', thumbnail: row.cover?.address ?? null }} />
      </button>
      <h2 className={classes.title}>{row.title === '' ? t.records.untitled : row.title}</h2>
      <p className={classes.state}>
        <LevelMark level={row.level} />
        <span>{t.records.stages[row.stage]}</span>
      </p>
      {row.mark !== '' && <p className={classes.mark}>{row.mark}</p>}
      <div className={classes.actions}>
        <Button size="xs" onClick={() => onOpen(row.id)}>
          {t.records.list.openRecord}
        </Button>
        <IconButton
          label={t.records.list.preview}
          shortcut="Space"
          onClick={onLook}
          disabled={row.fileCount === 0}
        >
          <IconEye size={18} stroke={1.5} />
        </IconButton>
      </div>
      <FactsColumn label={t.records.page.facts}>
        {row.refCode !== null && <Fact name={t.records.fields.refCode}>{row.refCode}</Fact>}
        {row.docDate !== null && (
          <Fact name={t.records.fields.docDate}>
            <DateText date={row.docDate} />
          </Fact>
        )}
        {row.responsible !== '' && <Fact name={t.records.fields.responsible}>{row.responsible}</Fact>}
        {row.category !== '' && (
          <Fact name={t.records.fields.category}>{nameOf(t.records.categories, row.category)}</Fact>
        )}
        {row.retention !== '' && (
          <Fact name={t.records.fields.retention}>{nameOf(t.records.retentions, row.retention)}</Fact>
        )}
        {record?.project != null && <Fact name={t.records.fields.project}>{record.project.title}</Fact>}
        {fields !== undefined && fields.place !== '' && (
          <Fact name={t.records.fields.place}>{fields.place}</Fact>
        )}
        {fields !== undefined && fields.keywords.length > 0 && (
          <Fact name={t.records.fields.keywords}>{fields.keywords.join(t.formats.list)}</Fact>
        )}
        <Fact name={t.records.fields.files}>
          {row.fileCount === 0
            ? t.records.list.noFile
            : `${t.records.list.files(row.fileCount)} · ${fileSize(row.bytes)}`}
        </Fact>
        <Fact name={t.records.fields.created}>
          <InstantText at={row.createdAt} ago />
        </Fact>
      </FactsColumn>
      {fields !== undefined && fields.description !== '' && (
        <p className={classes.text}>{fields.description}</p>
      )}
      {record !== undefined && record.files.length > 1 && (
        <ul className={classes.files}>
          {record.files.slice(0, 12).map((file) => (
            <li key={file.id} className={classes.file} title={file.name}>
              <FileThumb file={file} fill="cover" />
            </li>
          ))}
          {record.files.length > 12 && <li className={classes.rest}>+{record.files.length - 12}</li>}
        </ul>
      )}
    </>
  );
}
