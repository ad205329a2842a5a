import { Button, SegmentedControl } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { daysBetween, localDateOf } from '#shared/dates.ts';
import type { ItemHead } from '#shared/items.ts';
import { api } from '../../api.ts';
import { DateText } from '../../components/DateText/DateText.tsx';
import { EmptyPage } from '../../components/EmptyPage/EmptyPage.tsx';
import { ExportList } from '../../components/ExportList/ExportList.tsx';
import { ItemLink } from '../../components/ItemLink.tsx';
import { LevelMark } from '../../components/LevelMark/LevelMark.tsx';
import { PageHeader } from '../../components/PageHeader/PageHeader.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { useProtectedScreen } from '../../components/protectScreen.ts';
import { termText } from '../../levelTerms.ts';
import { useT } from '../../translations.ts';
import classes from './ConfidentialityPage.module.css';

const LevelChangeSheet = lazy(async () => ({
  default: (await import('../../components/LevelChangeSheet/LevelChangeSheet.tsx')).LevelChangeSheet,
}));

const SPANS = [30, 90, 365] as const;

/** The terms that end soon or have ended; each waits for somebody to decide. */
export function ConfidentialityPage() {
  const t = useT();
  const words = t.confidentiality;
  const [days, setDays] = useState<number>(90);
  const [deciding, setDeciding] = useState<ItemHead | null>(null);
  const items = useQuery({
    ...api.confidentiality.expiring.queryOptions({ input: { days } }),
    placeholderData: keepPreviousData,
  });
  useProtectedScreen((items.data ?? []).map(({ level }) => level));
  return (
    <div className={classes.page}>
      <PageHeader
        title={words.title}
        count={items.data?.length}
        below={words.lead}
        actions={<ExportList choice={{ list: 'EXPIRING', days }} title={words.title} />}
      />
      <SegmentedControl
        className={classes.spans}
        aria-label={words.columns.expiry}
        data={SPANS.map((span) => ({
          value: String(span),
          label: span === 365 ? words.withinYear : words.within(span),
        }))}
        value={String(days)}
        onChange={(next) => setDays(Number(next))}
      />
      <ErrorProblems error={items.error} />
      {items.data?.length === 0 && (
        <EmptyPage icon={<IconShieldCheck size={40} stroke={1.5} />} title={words.emptyTitle}>
          {words.empty}
        </EmptyPage>
      )}
      {items.data !== undefined && items.data.length > 0 && (
        <Expiring items={items.data} onDecide={setDeciding} />
      )}
      {deciding !== null && (
        <Suspense>
          <LevelChangeSheet
            item={deciding}
            onClose={() => setDeciding(null)}
            onDone={() => setDeciding(null)}
          />
        </Suspense>
      )}
    </div>
  );
}

function Expiring({ items, onDecide }: { items: readonly ItemHead[]; onDecide: (item: ItemHead) => void }) {
  const t = useT();
  const words = t.confidentiality;
  const today = localDateOf(new Date());
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{words.columns.title}</th>
          <th scope="col">{words.columns.kind}</th>
          <th scope="col">{words.columns.level}</th>
          <th scope="col">{words.columns.term}</th>
          <th scope="col">{words.columns.expiry}</th>
          <th scope="col">{words.columns.left}</th>
          <th scope="col">
            <span className={classes.unseen}>{words.decide}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <td className={classes.title}>
              <ItemLink item={item} />
            </td>
            <td>{words.kinds[item.kind]}</td>
            <td>
              <LevelMark level={item.level} />
            </td>
            <td>{termText(t, item.term)}</td>
            <td>
              <DateText date={item.levelExpiry} />
            </td>
            <td>
              <TimeLeft days={item.levelExpiry === null ? 0 : daysBetween(today, item.levelExpiry)} />
            </td>
            <td>
              <Button variant="default" size="compact-sm" onClick={() => onDecide(item)}>
                {words.decide}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Days to the end of a term; negative once it is over. */
function TimeLeft({ days }: { days: number }) {
  const t = useT();
  const words = t.confidentiality;
  const urgency = days < 0 ? 'over' : days <= 30 ? 'soon' : undefined;
  return (
    <span className={classes.left} data-urgency={urgency}>
      {days < 0 ? `${words.over}${t.formats.separator}${words.ago(-days)}` : words.left(days)}
    </span>
  );
}
