import '@mantine/tiptap/styles.layer.css';
import { Button } from '@mantine/core';
import { RichTextEditor } from '@mantine/tiptap';
import { useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { type KeyboardEvent, useState } from 'react';
import type { Meeting } from '#shared/meetings/contract.ts';
import { type Discussion, discussionOfEditor, editorOfDiscussion } from '#shared/meetings/discussion.ts';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { draftOf, dropDraft, keepDraft } from '../../drafts.ts';
import { isShortcut } from '../../keyboard.ts';
import { styleNonce } from '../../theme/appearance.ts';
import { useT } from '../../translations.ts';
import classes from './Discussion.module.css';
import { DiscussionText } from './DiscussionText.tsx';
import section from './Section.module.css';
import type { MeetingEdit } from './useMeetingEdit.ts';

/** 讨论要点: written with headings, lists and bold words; what is not saved yet is kept as a draft. */
export function DiscussionTab({
  meeting,
  edit,
  readOnly,
}: {
  meeting: Meeting;
  edit: MeetingEdit;
  readOnly: boolean;
}) {
  const t = useT();
  const words = t.meetings.discussion;
  if (!readOnly) return <DiscussionEditor meeting={meeting} edit={edit} />;
  return (
    <section aria-label={words.label}>
      {meeting.discussion.length === 0 ? (
        <p className={section.none}>{words.empty}</p>
      ) : (
        <DiscussionText discussion={meeting.discussion} />
      )}
    </section>
  );
}

function DiscussionEditor({ meeting, edit }: { meeting: Meeting; edit: MeetingEdit }) {
  const t = useT();
  const words = t.meetings.discussion;
  const form = `meeting.${meeting.id}.discussion`;
  const [unsaved, setUnsaved] = useState(() => draftOf<Discussion>(form) !== undefined);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const editor = useEditor({
    // What the discussion cannot keep is not offered: see shared/meetings/discussion.ts.
    extensions: [
      StarterKit.configure({
        heading: { levels: [3, 4] },
        link: false,
        italic: false,
        strike: false,
        underline: false,
        code: false,
        codeBlock: false,
        blockquote: false,
        horizontalRule: false,
      }),
    ],
    content: editorOfDiscussion(draftOf<Discussion>(form) ?? meeting.discussion),
    editorProps: { attributes: { 'aria-label': words.label, role: 'textbox', 'aria-multiline': 'true' } },
    injectNonce: styleNonce(),
    shouldRerenderOnTransaction: true,
    onUpdate: ({ editor: changed }) => {
      keepDraft(form, discussionOfEditor(changed.getJSON()));
      setUnsaved(true);
    },
  });

  async function save(): Promise<void> {
    if (editor === null || busy) return;
    setBusy(true);
    try {
      await edit({ discussion: discussionOfEditor(editor.getJSON()) });
      dropDraft(form);
      setUnsaved(false);
      setError(null);
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  }

  function discard(): void {
    dropDraft(form);
    editor?.commands.setContent(editorOfDiscussion(meeting.discussion), { emitUpdate: false });
    setUnsaved(false);
    setError(null);
  }

  function onKey(event: KeyboardEvent): void {
    if (!isShortcut(event.nativeEvent, 'Mod+S')) return;
    event.preventDefault();
    void save();
  }

  return (
    <section aria-label={words.label} onKeyDown={onKey}>
      <RichTextEditor editor={editor} className={classes.root}>
        <RichTextEditor.Toolbar aria-label={words.toolbar}>
          <RichTextEditor.ControlsGroup>
            <RichTextEditor.H3 aria-label={words.heading} title={words.heading} />
            <RichTextEditor.H4 aria-label={words.subheading} title={words.subheading} />
          </RichTextEditor.ControlsGroup>
          <RichTextEditor.ControlsGroup>
            <RichTextEditor.Bold aria-label={words.bold} title={words.bold} />
            <RichTextEditor.BulletList aria-label={words.bulletList} title={words.bulletList} />
            <RichTextEditor.OrderedList aria-label={words.orderedList} title={words.orderedList} />
          </RichTextEditor.ControlsGroup>
          <RichTextEditor.ControlsGroup>
            <RichTextEditor.Undo aria-label={words.undo} title={words.undo} />
            <RichTextEditor.Redo aria-label={words.redo} title={words.redo} />
          </RichTextEditor.ControlsGroup>
        </RichTextEditor.Toolbar>
        <RichTextEditor.Content className={classes.content} />
      </RichTextEditor>
      <ErrorProblems error={error} />
      <div className={classes.foot}>
        <Button onClick={() => void save()} loading={busy} disabled={!unsaved}>
          {words.save}
        </Button>
        {unsaved && (
          <>
            <Button variant="default" onClick={discard}>
              {words.discard}
            </Button>
            <span className={classes.unsaved} role="status">
              {words.unsaved}
            </span>
          </>
        )}
      </div>
    </section>
  );
}
