import { useNavigate } from '@tanstack/react-router';
import type { SearchHit } from '#shared/search/contract.ts';

/** Opens the page of what was found. */
export function useOpenHit(): (hit: Pick<SearchHit, 'id' | 'kind'>) => void {
  const navigate = useNavigate();
  return ({ id, kind }) => {
    switch (kind) {
      case 'record':
        return void navigate({ to: '/records/$recordId', params: { recordId: id } });
      case 'person':
        return void navigate({ to: '/people/$personId', params: { personId: id } });
      case 'unit':
        return void navigate({ to: '/units/$unitId', params: { unitId: id } });
      case 'project':
        return void navigate({ to: '/projects/$projectId', params: { projectId: id } });
      case 'outcome':
        return void navigate({ to: '/outcomes/$outcomeId', params: { outcomeId: id } });
      case 'maturityPanel':
        return void navigate({ to: '/maturity/$panelId', params: { panelId: id } });
      case 'maturitySheet':
        return void navigate({ to: '/score-sheets/$sheetId', params: { sheetId: id } });
      default:
        return void navigate({ to: '/exchange' });
    }
  };
}
