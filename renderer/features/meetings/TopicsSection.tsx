import { TextInput } from '@mantine/core';
import type { Meeting } from '#shared/meetings/contract.ts';
import { useT } from '../../translations.ts';
import { RowsEditor } from './RowsEditor.tsx';
import classes from './Section.module.css';
import type { MeetingEdit } from './useMeetingEdit.ts';

/** 议题, in the order in which they are taken. */
export function TopicsSection({
  meeting,
  edit,
  readOnly,
}: {
  meeting: Meeting;
  edit: MeetingEdit;
  readOnly: boolean;
}) {
  const t = useT();
  const words = t.meetings.topics;
  return (
    <section aria-label={words.title}>
      <h2 className={classes.title}>{words.title}</h2>
      <RowsEditor
        label={words.title}
        rows={meeting.topics}
        form={`meeting.${meeting.id}.topic`}
        blank={{ id: 'new', title: '', presenter: '' }}
        nameOf={({ title }) => title}
        show={({ title, presenter }) => (
          <>
            {title} {presenter !== '' && <span className={classes.soft}>{words.presentedBy(presenter)}</span>}
          </>
        )}
        columns="minmax(0, 1fr) 160px"
        fields={({ title, presenter }, change) => (
          <>
            <TextInput
              label={words.topic}
              value={title}
              maxLength={300}
              onChange={(event) => change({ title: event.currentTarget.value })}
            />
            <TextInput
              label={words.presenter}
              value={presenter}
              maxLength={80}
              onChange={(event) => change({ presenter: event.currentTarget.value })}
            />
          </>
        )}
        isReady={({ title }) => title.trim() !== ''}
        onSave={(topics) => edit({ topics })}
        readOnly={readOnly}
        none={words.none}
        addVerb={words.add}
      />
    </section>
  );
}
