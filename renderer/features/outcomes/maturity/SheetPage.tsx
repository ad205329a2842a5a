import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api } from '../../../api.ts';
import { DateText } from '../../../components/DateText/DateText.tsx';
import { Fact, FactsColumn } from '../../../components/FactsColumn/FactsColumn.tsx';
import { ItemLayout } from '../../../components/ItemLayout/ItemLayout.tsx';
import { ItemLink } from '../../../components/ItemLink.tsx';
import { ErrorProblems, ProblemList } from '../../../components/ProblemList/ProblemList.tsx';
import { useT } from '../../../translations.ts';
import { ScoreForm } from './ScoreForm.tsx';

/** One expert's sheet of Table 1: to be filled in while it is open, to be read once it is locked. */
export function SheetPage() {
  const t = useT();
  const words = t.maturity.sheet;
  const { sheetId = '' } = useParams({ strict: false });
  const found = useQuery(api.maturitySheets.get.queryOptions({ input: { id: sheetId } }));
  const sheet = found.data;
  if (sheet === undefined) return <ErrorProblems error={found.error} />;
  return (
    <ItemLayout
      item={sheet}
      list={{ to: '/outcomes', name: t.outcomes.title }}
      below={
        <>
          <span>{words.standings[sheet.standing]}</span>
          {sheet.panel !== null && <ItemLink item={sheet.panel} />}
        </>
      }
      facts={
        <FactsColumn label={words.title}>
          <Fact name={t.maturity.fields.outcome}>
            {sheet.outcome === null ? '—' : <ItemLink item={sheet.outcome} />}
          </Fact>
          <Fact name={words.expert}>{sheet.expert === null ? '—' : <ItemLink item={sheet.expert} />}</Fact>
          <Fact name={words.source}>{words.sources[sheet.fields.source]}</Fact>
          {sheet.lockedOn !== null && (
            <>
              <Fact name={words.lockedOn}>
                <DateText date={sheet.lockedOn} />
              </Fact>
              <Fact name={words.hash}>
                <code>{sheet.hash}</code>
              </Fact>
            </>
          )}
        </FactsColumn>
      }
    >
      {(sheet.standing === 'STALE' || sheet.standing === 'CHANGED') && (
        <ProblemList
          problems={[
            {
              rule: sheet.standing === 'STALE' ? 'PANEL_SHEET_STALE' : 'PANEL_SHEET_CHANGED',
              params: { name: sheet.expert?.title ?? '' },
            },
          ]}
        />
      )}
      <ScoreForm key={`${sheet.id} ${sheet.lockedOn}`} sheet={sheet} />
    </ItemLayout>
  );
}
