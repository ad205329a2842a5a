import { useQuery } from '@tanstack/react-query';
import type { Meeting } from '#shared/meetings/contract.ts';
import { issueNumberTyped } from '#shared/meetings/issueNumber.ts';
import { type Duty, MEETING_TYPES, type MeetingFields } from '#shared/meetings/meeting.ts';
import { api } from '../../api.ts';
import { calendarDateTyped } from '../../components/DateField/calendarDateTyped.ts';
import { DateText } from '../../components/DateText/DateText.tsx';
import { Fact, FactsColumn, Unfilled } from '../../components/FactsColumn/FactsColumn.tsx';
import { InlineChoice } from '../../components/InlineChoice/InlineChoice.tsx';
import { InlineEdit } from '../../components/InlineEdit/InlineEdit.tsx';
import { ItemLink } from '../../components/ItemLink.tsx';
import { errorSentences } from '../../components/problems.ts';
import { ProblemsError } from '../../problemsError.ts';
import { useT } from '../../translations.ts';
import { issueNumberOf } from './issueNumberOf.ts';
import { MeetingStageText } from './MeetingStageText.tsx';
import { type MeetingEdit, useMeetingEdit } from './useMeetingEdit.ts';

/** When, where and by whom; each fact is edited where it stands until the minutes are signed. */
export function MeetingFacts({ meeting }: { meeting: Meeting }) {
  const t = useT();
  const edit = useMeetingEdit(meeting);
  const words = t.meetings.fields;
  return (
    <FactsColumn label={t.meetings.facts}>
      <Fact name={words.state}>
        <MeetingStageText stage={meeting.stage} />
      </Fact>
      {meeting.stage === 'SIGNED' ? (
        <SignedFacts meeting={meeting} />
      ) : (
        <OpenFacts meeting={meeting} edit={edit} />
      )}
    </FactsColumn>
  );
}

function SignedFacts({ meeting: { fields, project, attendees } }: { meeting: Meeting }) {
  const t = useT();
  const words = t.meetings.fields;
  const holder = (duty: Duty) => attendees.find((each) => each.duty === duty)?.name ?? t.actions.notFilled;
  return (
    <>
      <Fact name={words.type}>{t.meetings.types[fields.type]}</Fact>
      <Fact name={words.issueNo}>{issueNumberOf(fields) || t.actions.notFilled}</Fact>
      <Fact name={words.heldOn}>
        <DateText date={fields.heldOn} />
      </Fact>
      <Fact name={words.time}>{timeText(fields) || t.actions.notFilled}</Fact>
      <Fact name={words.place}>{fields.place}</Fact>
      <Fact name={words.chair}>{holder('CHAIR')}</Fact>
      <Fact name={words.recorder}>{holder('RECORDER')}</Fact>
      <Fact name={words.project}>
        {project === null ? <Unfilled>{t.meetings.noProject}</Unfilled> : <ItemLink item={project} />}
      </Fact>
    </>
  );
}

function OpenFacts({ meeting, edit }: { meeting: Meeting; edit: MeetingEdit }) {
  const t = useT();
  const words = t.meetings.fields;
  const projects = useQuery(api.projects.list.queryOptions({ input: { text: '' } }));
  const { fields, project } = meeting;
  const change = (changes: Partial<MeetingFields>) => edit({ fields: { ...fields, ...changes } });

  async function changeIssue(typed: string): Promise<void> {
    const year = Number((fields.heldOn ?? '').slice(0, 4)) || new Date().getFullYear();
    const issue = issueNumberTyped(typed, year);
    if (issue === undefined) throw new ProblemsError([{ rule: 'ISSUE_NUMBER_INVALID' }]);
    await change({ issueYear: issue?.year ?? null, issueNo: issue?.number ?? null });
  }

  function fact(
    name: 'name' | 'heldOn' | 'startsAt' | 'endsAt' | 'place',
    settings: Partial<Parameters<typeof InlineEdit>[0]> = {},
  ) {
    return (
      <Fact name={words[name]}>
        <InlineEdit
          label={words[name]}
          value={fields[name] ?? ''}
          onSave={(typed) => change({ [name]: typed })}
          errorText={(error) => errorSentences(t, error).join(' ')}
          {...settings}
        />
      </Fact>
    );
  }

  return (
    <>
      {fact('name', { maxLength: 200 })}
      <Fact name={words.type}>
        <InlineChoice
          label={words.type}
          value={fields.type}
          choices={MEETING_TYPES.map((type) => ({ value: type, label: t.meetings.types[type] }))}
          shown={t.meetings.types[fields.type]}
          onSave={(type) => change({ type: type ?? fields.type })}
        />
      </Fact>
      <Fact name={words.issueNo}>
        <InlineEdit
          label={words.issueNo}
          value={issueNumberOf(fields)}
          maxLength={20}
          onSave={changeIssue}
          errorText={(error) => errorSentences(t, error).join(' ')}
        />
      </Fact>
      {fact('heldOn', {
        maxLength: 40,
        shown: <DateText date={fields.heldOn} />,
        onSave: (typed) => {
          const read = calendarDateTyped(typed);
          return change({ heldOn: read === undefined ? typed : read });
        },
      })}
      {fact('startsAt', { maxLength: 5 })}
      {fact('endsAt', { maxLength: 5 })}
      {fact('place', { maxLength: 200 })}
      <DutyFact duty="CHAIR" name={words.chair} meeting={meeting} edit={edit} />
      <DutyFact duty="RECORDER" name={words.recorder} meeting={meeting} edit={edit} />
      <Fact name={words.project}>
        <InlineChoice
          label={words.project}
          clearable
          value={project?.id ?? null}
          choices={(projects.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
          shown={project === null ? <Unfilled>{t.meetings.noProject}</Unfilled> : <ItemLink item={project} />}
          onSave={(projectId) => edit({ projectId })}
        />
      </Fact>
    </>
  );
}

/** Who chairs or takes the minutes, chosen among those who come. */
function DutyFact({
  duty,
  name,
  meeting: { attendees },
  edit,
}: {
  duty: Exclude<Duty, ''>;
  name: string;
  meeting: Meeting;
  edit: MeetingEdit;
}) {
  const t = useT();
  const holder = attendees.find((each) => each.duty === duty);
  return (
    <Fact name={name}>
      <InlineChoice
        label={name}
        clearable
        value={holder?.id ?? null}
        choices={attendees
          .filter(({ attendance }) => attendance !== 'EXCUSED')
          .map((each) => ({ value: each.id, label: each.name }))}
        shown={holder === undefined ? <Unfilled>{t.actions.notFilled}</Unfilled> : holder.name}
        onSave={(chosen) => edit({ attendees: withDuty(attendees, duty, chosen) })}
      />
    </Fact>
  );
}

function withDuty(attendees: Meeting['attendees'], duty: Duty, id: string | null): Meeting['attendees'] {
  return attendees.map((each) => {
    if (each.id === id) return { ...each, duty };
    return each.duty === duty ? { ...each, duty: '' } : each;
  });
}

function timeText({ startsAt, endsAt }: MeetingFields): string {
  return [startsAt, endsAt].filter((time) => time !== '').join('–');
}
