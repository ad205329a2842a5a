import type { ReactNode } from 'react';
import type { Meeting, OpenAction } from '#shared/meetings/contract.ts';
import type { Resolution } from '#shared/meetings/meeting.ts';
import { DateText } from '../../components/DateText/DateText.tsx';
import { ItemLink } from '../../components/ItemLink.tsx';
import { useT } from '../../translations.ts';
import { ResolutionFields } from './ResolutionFields.tsx';
import { ResolutionStateChoice } from './ResolutionStateChoice.tsx';
import classes from './ResolutionsTab.module.css';
import { RowsEditor } from './RowsEditor.tsx';
import section from './Section.module.css';
import type { MeetingEdit } from './useMeetingEdit.ts';

/** 议定事项 of this meeting, below what earlier meetings of its series left open. */
export function ResolutionsTab({
  meeting,
  edit,
  readOnly,
}: {
  meeting: Meeting;
  edit: MeetingEdit;
  readOnly: boolean;
}) {
  const t = useT();
  const words = t.meetings.resolutions;
  return (
    <>
      {meeting.carried.length > 0 && <Carried actions={meeting.carried} meetingId={meeting.id} />}
      <section aria-label={words.title}>
        <h2 className={section.title}>{words.title}</h2>
        <RowsEditor
          label={words.title}
          rows={meeting.resolutions}
          form={`meeting.${meeting.id}.resolution`}
          blank={BLANK}
          nameOf={({ content }) => content}
          show={(resolution) => (
            <ResolutionRow
              resolution={resolution}
              source={{ id: meeting.id, version: meeting.version }}
              shownOn={meeting.id}
            />
          )}
          columns="minmax(0, 1fr) 150px"
          fields={(row, change) => <ResolutionFields row={row} change={change} level={meeting.level} />}
          isReady={({ content }) => content.trim() !== ''}
          onSave={(resolutions) => edit({ resolutions })}
          readOnly={readOnly}
          none={words.none}
          addVerb={words.add}
        />
      </section>
    </>
  );
}

const BLANK: Resolution = {
  id: 'new',
  content: '',
  personId: null,
  unitId: null,
  owner: '',
  dueOn: null,
  state: 'OPEN',
  closedOn: null,
  note: '',
};

function Carried({ actions, meetingId }: { actions: readonly OpenAction[]; meetingId: string }) {
  const t = useT();
  const words = t.meetings.resolutions;
  return (
    <section aria-label={words.carried}>
      <h2 className={section.title}>{words.carried}</h2>
      <p className={section.soft}>{words.carriedHelp}</p>
      <ul className={classes.carried}>
        {actions.map(({ resolution, meeting, version, heldOn }) => (
          <li key={resolution.id}>
            <ResolutionRow
              resolution={resolution}
              source={{ id: meeting.id, version }}
              shownOn={meetingId}
              origin={
                <span className={section.soft}>
                  {words.from}
                  {t.formats.colon}
                  <ItemLink item={meeting} /> {heldOn !== null && <DateText date={heldOn} />}
                </span>
              }
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ResolutionRow({
  resolution,
  source,
  shownOn,
  origin,
}: {
  resolution: Resolution;
  source: { id: string; version: number };
  shownOn: string;
  origin?: ReactNode;
}) {
  const { content, owner, note } = resolution;
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <p className={classes.content} data-closed={resolution.state !== 'OPEN' || undefined}>
          {content}
        </p>
        <p className={classes.terms}>
          {owner !== '' && <span>{owner}</span>}
          <DueText resolution={resolution} />
          {note !== '' && <span>{note}</span>}
        </p>
        {origin}
      </div>
      <ResolutionStateChoice resolution={resolution} source={source} shownOn={shownOn} />
    </div>
  );
}

function DueText({ resolution: { dueOn, state, closedOn } }: { resolution: Resolution }) {
  const t = useT();
  const words = t.meetings.resolutions;
  if (state !== 'OPEN') return closedOn === null ? null : <span>{words.closedOn(closedOn)}</span>;
  if (dueOn === null) return <span>{words.noDue}</span>;
  const days = Math.floor((Date.now() - Date.parse(`${dueOn}T00:00:00`)) / 86_400_000);
  return (
    <span>
      {words.due(dueOn)} {days > 0 && <strong className={classes.overdue}>{words.overdue(days)}</strong>}
    </span>
  );
}
