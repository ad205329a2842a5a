import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { Meeting } from '#shared/meetings/contract.ts';
import { api } from '../../api.ts';
import { ItemLayout } from '../../components/ItemLayout/ItemLayout.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { useUndoKey } from '../../components/useUndoKey.ts';
import { useT } from '../../translations.ts';
import { AttachmentsTab } from './AttachmentsTab.tsx';
import { AttendeesSection } from './AttendeesSection.tsx';
import { MeetingActions } from './MeetingActions.tsx';
import { MeetingFacts } from './MeetingFacts.tsx';
import classes from './MeetingPage.module.css';
import { ResolutionsTab } from './ResolutionsTab.tsx';
import { TopicsSection } from './TopicsSection.tsx';
import { useMeetingEdit } from './useMeetingEdit.ts';
import { VersionsTab } from './VersionsTab.tsx';
import { VotesTab } from './VotesTab.tsx';

/** The editor is large: it is loaded when somebody looks at the discussion. */
const DiscussionTab = lazy(async () => ({
  default: (await import('./DiscussionTab.tsx')).DiscussionTab,
}));

/** One meeting: what is on the agenda, what was said, decided and voted, and what was signed. */
export function MeetingPage() {
  const t = useT();
  const { meetingId = '' } = useParams({ strict: false });
  const meeting = useQuery(api.meetings.get.queryOptions({ input: { id: meetingId } }));
  if (meeting.data === undefined) return <ErrorProblems error={meeting.error} />;
  return (
    <ItemLayout
      item={meeting.data}
      list={{ to: '/meetings', name: t.meetings.title }}
      facts={<MeetingFacts meeting={meeting.data} />}
      actions={<MeetingActions meeting={meeting.data} />}
    >
      <OpenMeeting key={meetingId} meeting={meeting.data} />
    </ItemLayout>
  );
}

function OpenMeeting({ meeting }: { meeting: Meeting }) {
  const t = useT();
  const edit = useMeetingEdit(meeting);
  const readOnly = meeting.stage === 'SIGNED';
  const tabs = t.meetings.tabs;
  useUndoKey();
  const counts = {
    resolutions: meeting.resolutions.length,
    votes: meeting.votes.length,
    attachments: meeting.attachments.length,
    versions: meeting.versions.length,
  };
  const counted = (name: keyof typeof counts) => (
    <>
      {tabs[name]} {counts[name] > 0 && <span className={classes.count}>{counts[name]}</span>}
    </>
  );
  return (
    <div>
      <StageBanner meeting={meeting} />
      <Tabs defaultValue="agenda" keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="agenda">{tabs.agenda}</Tabs.Tab>
          <Tabs.Tab value="discussion">{tabs.discussion}</Tabs.Tab>
          <Tabs.Tab value="resolutions">{counted('resolutions')}</Tabs.Tab>
          <Tabs.Tab value="votes">{counted('votes')}</Tabs.Tab>
          <Tabs.Tab value="attachments">{counted('attachments')}</Tabs.Tab>
          {meeting.versions.length > 0 && <Tabs.Tab value="versions">{counted('versions')}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="agenda" className={classes.panel}>
          <TopicsSection meeting={meeting} edit={edit} readOnly={readOnly} />
          <AttendeesSection meeting={meeting} edit={edit} readOnly={readOnly} />
        </Tabs.Panel>
        <Tabs.Panel value="discussion" className={classes.panel}>
          <Suspense>
            <DiscussionTab meeting={meeting} edit={edit} readOnly={readOnly} />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="resolutions" className={classes.panel}>
          <ResolutionsTab meeting={meeting} edit={edit} readOnly={readOnly} />
        </Tabs.Panel>
        <Tabs.Panel value="votes" className={classes.panel}>
          <VotesTab meeting={meeting} edit={edit} readOnly={readOnly} />
        </Tabs.Panel>
        <Tabs.Panel value="attachments" className={classes.panel}>
          <AttachmentsTab meeting={meeting} edit={edit} readOnly={readOnly} />
        </Tabs.Panel>
        <Tabs.Panel value="versions" className={classes.panel}>
          <VersionsTab meeting={meeting} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

/** Says at once why nothing can be changed, or what is being corrected. */
function StageBanner({ meeting }: { meeting: Meeting }) {
  const t = useT();
  const last = meeting.versions.at(-1);
  if (meeting.stage === 'CORRECTING')
    return <p className={classes.banner}>{t.meetings.correct.under(meeting.correction)}</p>;
  if (meeting.stage !== 'SIGNED' || last === undefined) return null;
  return <p className={classes.banner}>{t.meetings.signedBanner(last.issuedOn, last.signer)}</p>;
}
