import { IconAffiliate } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../../api.ts';
import { EmptyPage } from '../../../components/EmptyPage/EmptyPage.tsx';
import { ErrorProblems } from '../../../components/ProblemList/ProblemList.tsx';
import { useProtectedScreen } from '../../../components/protectScreen.ts';
import { useT } from '../../../translations.ts';
import { RelationDrawing } from './RelationDrawing.tsx';

/** Who is in which group and from which unit, today. */
export function MapView() {
  const t = useT();
  const map = useQuery(api.body.relationMap.queryOptions());
  useProtectedScreen(
    map.data === undefined
      ? []
      : [...map.data.groups, ...map.data.people, ...map.data.units].map(({ level }) => level),
  );
  if (map.data === undefined) return <ErrorProblems error={map.error} />;
  if (map.data.people.length === 0) {
    return (
      <EmptyPage icon={<IconAffiliate size={40} stroke={1.5} />} title={t.body.map.emptyTitle}>
        {t.body.map.empty}
      </EmptyPage>
    );
  }
  return <RelationDrawing map={map.data} />;
}
