import { Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Level } from '#shared/confidentiality/levels.ts';
import type { Citation } from '#shared/records/citation.ts';
import type { CitableRecord } from '#shared/records/citationsContract.ts';
import { api } from '../../api.ts';
import { fileSize } from '../../formats.ts';
import { useT } from '../../translations.ts';
import { FileThumb } from '../FileThumb/FileThumb.tsx';
import { LevelMark } from '../LevelMark/LevelMark.tsx';
import { ErrorProblems } from '../ProblemList/ProblemList.tsx';
import { useProtectedScreen } from '../protectScreen.ts';
import classes from './CitationPicker.module.css';

const MOST_SHOWN = 30;

/** The archive, looked through for one file: records with their files, each a button. */
export function CitationPicker({
  title,
  level,
  onChoose,
  onClose,
}: {
  title: string;
  level: Level;
  onChoose: (citation: Citation) => void;
  onClose: () => void;
}) {
  const t = useT();
  const words = t.citations;
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), 150);
  const records = useQuery({
    ...api.citations.find.queryOptions({ input: { text, level, limit: MOST_SHOWN } }),
    placeholderData: keepPreviousData,
  });
  useProtectedScreen((records.data ?? []).map((record) => record.level));
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={720}
      zIndex={300}
      closeButtonProps={{ 'aria-label': t.actions.close }}
    >
      <TextInput
        aria-label={words.find}
        placeholder={words.find}
        leftSection={<IconSearch size={16} stroke={1.5} aria-hidden="true" />}
        value={typed}
        maxLength={200}
        autoComplete="off"
        data-autofocus
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <p className={classes.note}>{words.onlyLower(t.levels.names[level])}</p>
      <ErrorProblems error={records.error} />
      {records.data?.length === 0 && (
        <div className={classes.none}>
          <p>{words.nothing}</p>
          <p className={classes.note}>{words.nothingHelp}</p>
        </div>
      )}
      <ul className={classes.records}>
        {records.data?.map((record) => (
          <RecordFiles key={record.id} record={record} onChoose={onChoose} />
        ))}
      </ul>
    </Modal>
  );
}

function RecordFiles({
  record,
  onChoose,
}: {
  record: CitableRecord;
  onChoose: (citation: Citation) => void;
}) {
  const t = useT();
  return (
    <li className={classes.record}>
      <div className={classes.head}>
        <span className={classes.title}>{record.title}</span>
        <span className={classes.code}>{record.refCode ?? record.docDate}</span>
        <LevelMark level={record.level} />
      </div>
      <ul className={classes.files} aria-label={t.citations.files}>
        {record.files.map(({ id, name, sha256, size, kind, thumbnail }) => (
          <li key={id}>
            <button
              type="button"
              className={classes.file}
              onClick={() => onChoose({ recordId: record.id, fileId: id, sha256 })}
            >
              <span className={classes.picture}>
                <FileThumb file={{ kind, thumbnail }} />
              </span>
              <span className={classes.name}>{name}</span>
              <span className={classes.size}>{fileSize(size)}</span>
            </button>
          </li>
        ))}
      </ul>
    </li>
  );
}
