import { useQuery } from '@tanstack/react-query';
import { api } from '../../../api.ts';
import { Fact } from '../../../components/FactsColumn/FactsColumn.tsx';
import { ItemLink } from '../../../components/ItemLink.tsx';
import { useT } from '../../../translations.ts';

/** The meetings whose minutes or attachment a record is; nothing where there is none that this session sees. */
export function MeetingsFact({ recordId }: { recordId: string }) {
  const t = useT();
  const found = useQuery(api.meetings.naming.queryOptions({ input: { id: recordId } }));
  if (found.data === undefined || found.data.length === 0) return null;
  return (
    <Fact name={t.meetings.naming.title}>
      {found.data.map(({ meeting, part }) => (
        <div key={meeting.id}>
          <ItemLink item={meeting} />
          {t.formats.separator}
          {t.meetings.naming.parts[part]}
        </div>
      ))}
    </Fact>
  );
}
