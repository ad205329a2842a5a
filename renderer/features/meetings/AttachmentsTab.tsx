import { TextInput } from '@mantine/core';
import type { Meeting } from '#shared/meetings/contract.ts';
import type { Attachment } from '#shared/meetings/meeting.ts';
import type { Citation } from '#shared/records/citation.ts';
import { client } from '../../api.ts';
import { CitationField } from '../../components/CitationField/CitationField.tsx';
import { CitationText } from '../../components/CitationField/CitationText.tsx';
import { useT } from '../../translations.ts';
import { RowsEditor } from './RowsEditor.tsx';
import section from './Section.module.css';
import type { MeetingEdit } from './useMeetingEdit.ts';

/** An attachment that is being chosen has no file yet. */
type Row = { id: string; name: string; citation: Citation | null };

/** 附件: files of archive records, cited by their bytes. */
export function AttachmentsTab({
  meeting,
  edit,
  readOnly,
}: {
  meeting: Meeting;
  edit: MeetingEdit;
  readOnly: boolean;
}) {
  const t = useT();
  const words = t.meetings.attachments;
  return (
    <section aria-label={t.meetings.tabs.attachments}>
      <RowsEditor<Row>
        label={t.meetings.tabs.attachments}
        rows={meeting.attachments.map(toRow)}
        form={`meeting.${meeting.id}.attachment`}
        blank={{ id: 'new', name: '', citation: null }}
        nameOf={({ name }) => name}
        show={({ name, citation }) => (
          <>
            <p>{name}</p>
            {citation !== null && (
              <span className={section.soft}>
                <CitationText citation={citation} />
              </span>
            )}
          </>
        )}
        columns="minmax(0, 1fr) minmax(0, 1fr)"
        fields={({ name, citation }, change) => (
          <>
            <CitationField
              label={words.file}
              value={citation}
              level={meeting.level}
              onChange={(chosen) => {
                change({ citation: chosen });
                // What the file is called is a good beginning for what the minutes call it.
                if (chosen !== null && name === '')
                  void fileNameOf(chosen).then((found) => change({ citation: chosen, name: found }));
              }}
            />
            <TextInput
              label={words.name}
              description={words.nameHelp}
              value={name}
              maxLength={200}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
          </>
        )}
        isReady={({ name, citation }) => citation !== null && name.trim() !== ''}
        onSave={(rows) => edit({ attachments: rows.flatMap(toAttachment) })}
        readOnly={readOnly}
        none={words.none}
        addVerb={words.add}
      />
    </section>
  );
}

function toRow({ id, name, ...citation }: Attachment): Row {
  return { id, name, citation };
}

function toAttachment({ id, name, citation }: Row): Attachment[] {
  return citation === null ? [] : [{ id, name, ...citation }];
}

async function fileNameOf(citation: Citation): Promise<string> {
  const [found] = await client.citations.resolve({ citations: [citation] });
  return (found?.fileName ?? found?.recordTitle ?? '').replace(/\.[a-z0-9]{1,5}$/i, '');
}
