import { NumberInput, TextInput } from '@mantine/core';
import type { Meeting } from '#shared/meetings/contract.ts';
import { checkVote, type Vote } from '#shared/meetings/votes.ts';
import { problemText } from '#shared/translations/problemText.ts';
import { useT } from '../../translations.ts';
import { RowsEditor } from './RowsEditor.tsx';
import type { MeetingEdit } from './useMeetingEdit.ts';
import classes from './VotesTab.module.css';

const COUNTS = ['due', 'present', 'favour', 'against', 'abstained', 'recused'] as const;
const BLANK: Vote = {
  id: 'new',
  subject: '',
  due: 0,
  present: 0,
  favour: 0,
  against: 0,
  abstained: 0,
  recused: 0,
};

/** 表决: the counts of each vote, which have to add up before they are kept. */
export function VotesTab({
  meeting,
  edit,
  readOnly,
}: {
  meeting: Meeting;
  edit: MeetingEdit;
  readOnly: boolean;
}) {
  const t = useT();
  const words = t.meetings.votes;
  return (
    <section aria-label={t.meetings.tabs.votes}>
      <RowsEditor
        label={t.meetings.tabs.votes}
        rows={meeting.votes}
        form={`meeting.${meeting.id}.vote`}
        blank={startingWith(meeting)}
        nameOf={({ subject }) => subject}
        show={(vote) => (
          <>
            <p>{vote.subject}</p>
            <dl className={classes.counts}>
              {COUNTS.map((count) => (
                <div key={count}>
                  <dt>{words[count]}</dt>
                  <dd>{vote[count]}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
        columns="repeat(6, minmax(64px, 1fr))"
        fields={(vote, change) => {
          const problem = vote.subject === '' ? null : checkVote(vote);
          return (
            <>
              <TextInput
                label={words.subject}
                className={classes.wide}
                value={vote.subject}
                maxLength={300}
                onChange={(event) => change({ subject: event.currentTarget.value })}
              />
              {COUNTS.map((count) => (
                <NumberInput
                  key={count}
                  label={words[count]}
                  value={vote[count]}
                  min={0}
                  max={9999}
                  allowDecimal={false}
                  allowNegative={false}
                  hideControls
                  onFocus={(event) => event.currentTarget.select()}
                  onChange={(value) => change({ [count]: typeof value === 'number' ? value : 0 })}
                />
              ))}
              <p className={classes.sum} data-wrong={problem !== null || undefined} role="status">
                {problem === null ? words.adds(castOf(vote), vote.present) : problemText(t, problem)}
              </p>
            </>
          );
        }}
        isReady={(vote) => vote.subject.trim() !== '' && checkVote(vote) === null}
        onSave={(votes) => edit({ votes })}
        readOnly={readOnly}
        none={words.none}
        addVerb={words.add}
      />
    </section>
  );
}

/** 应到 and 实到 as the last vote had them, else as the attendance says: observers do not vote. */
function startingWith({ votes, attendees }: Meeting): Vote {
  const last = votes.at(-1);
  const present = last?.present ?? attendees.filter(({ attendance }) => attendance === 'PRESENT').length;
  const due = last?.due ?? attendees.filter(({ attendance }) => attendance !== 'OBSERVER').length;
  return { ...BLANK, due, present, favour: present };
}

function castOf({ favour, against, abstained, recused }: Vote): number {
  return favour + against + abstained + recused;
}
