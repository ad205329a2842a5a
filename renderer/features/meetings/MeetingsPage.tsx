import { IconMessages } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { MeetingRow } from '#shared/meetings/contract.ts';
import { api } from '../../api.ts';
import { DateText } from '../../components/DateText/DateText.tsx';
import { ExportList } from '../../components/ExportList/ExportList.tsx';
import { levelColumn } from '../../components/LevelMark/levelColumn.tsx';
import { NounList, useListFilter } from '../../components/NounList/NounList.tsx';
import { widthFor } from '../../components/VirtualTable/columnWidth.ts';
import type { Column } from '../../components/VirtualTable/VirtualTable.tsx';
import { useTranslation } from '../../translations.ts';
import { issueNumberOf } from './issueNumberOf.ts';
import { MeetingStageText } from './MeetingStageText.tsx';
import { NewMeetingSheet } from './NewMeetingSheet.tsx';

/** The meetings of the joint body, newest first. */
export function MeetingsPage() {
  const { t, language } = useTranslation();
  const navigate = useNavigate();
  const { create } = useSearch({ from: '/meetings' });
  const filter = useListFilter('meetings');
  const rows = useQuery({
    ...api.meetings.list.queryOptions({ input: { text: filter.text, type: null } }),
    placeholderData: keepPreviousData,
  });
  const words = t.meetings;
  const columns: Column<MeetingRow>[] = [
    {
      key: 'heldOn',
      label: words.fields.heldOn,
      width: language === 'zh-CN' ? 140 : 104,
      cell: ({ fields: { heldOn } }) => (heldOn === null ? '' : <DateText date={heldOn} />),
    },
    {
      key: 'name',
      label: words.fields.name,
      width: 180,
      share: 240,
      cell: ({ title }) => <strong>{title}</strong>,
    },
    {
      key: 'type',
      label: words.fields.type,
      width: widthFor(Object.values(words.types)),
      cell: ({ fields }) => words.types[fields.type],
    },
    { key: 'issueNo', label: words.fields.issueNo, width: 96, cell: ({ fields }) => issueNumberOf(fields) },
    { key: 'chair', label: words.fields.chair, width: 80, cell: ({ chair }) => chair },
    {
      key: 'resolutions',
      label: words.fields.resolutions,
      width: 104,
      cell: ({ openCount, resolutionCount }) => words.openOf(openCount, resolutionCount),
    },
    {
      key: 'state',
      label: words.fields.state,
      width: widthFor(Object.values(words.stages), 92),
      cell: ({ stage }) => <MeetingStageText stage={stage} />,
    },
    levelColumn(t),
  ];
  return (
    <>
      <NounList
        words={words}
        icon={<IconMessages size={40} stroke={1.5} />}
        filter={filter}
        rows={rows}
        columns={columns}
        tools={
          <>
            <ExportList
              choice={{ list: 'ACTIONS' }}
              title={t.sheets.actions}
              label={t.sheets.exportActions}
            />
            <ExportList choice={{ list: 'MEETINGS', text: filter.text }} title={words.title} />
          </>
        }
        onOpen={({ id }) => void navigate({ to: '/meetings/$meetingId', params: { meetingId: id } })}
        onCreate={() => void navigate({ to: '/meetings', search: { create: true } })}
      />
      {create === true && (
        <NewMeetingSheet onClose={() => void navigate({ to: '/meetings', replace: true })} />
      )}
    </>
  );
}
