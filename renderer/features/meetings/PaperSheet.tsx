import { Checkbox, Modal } from '@mantine/core';
import { useState } from 'react';
import type { Meeting } from '#shared/meetings/contract.ts';
import { ALL_PARTS, type MinutesParts } from '#shared/meetings/minutesDocument.ts';
import { client } from '../../api.ts';
import { SaveDocument } from '../../components/SaveDocument/SaveDocument.tsx';
import { useT } from '../../translations.ts';
import classes from './PaperSheet.module.css';

const PARTS = Object.keys(ALL_PARTS) as (keyof MinutesParts)[];

/** What of the minutes goes into the file, then Word or PDF. `number`: a signed version; null: as they stand now. */
export function PaperSheet({
  meeting,
  number,
  onClose,
}: {
  meeting: Meeting;
  number: number | null;
  onClose: () => void;
}) {
  const t = useT();
  const words = t.meetings.paper;
  const [parts, setParts] = useState<MinutesParts>(ALL_PARTS);
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title}
      size={480}
      closeButtonProps={{ 'aria-label': t.actions.close }}
    >
      <fieldset className={classes.parts}>
        <legend>{words.which}</legend>
        <Checkbox label={words.agenda} checked readOnly disabled />
        {PARTS.map((part) => (
          <Checkbox
            key={part}
            label={words.parts[part]}
            checked={parts[part]}
            onChange={(event) => setParts({ ...parts, [part]: event.currentTarget.checked })}
          />
        ))}
      </fieldset>
      {number === null && <p className={classes.note}>{words.draft}</p>}
      {meeting.mark !== '' && <p className={classes.note}>{words.marked(meeting.mark)}</p>}
      <div className={classes.foot}>
        <SaveDocument
          label={words.save}
          variant="filled"
          offer={(format) => client.meetings.document({ id: meeting.id, format, number, parts })}
        />
      </div>
    </Modal>
  );
}
