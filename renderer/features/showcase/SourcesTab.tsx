import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { isPublic } from '#shared/confidentiality/levels.ts';
import type { Panel, PanelSources } from '#shared/showcase/contract.ts';
import { api } from '../../api.ts';
import { DateText } from '../../components/DateText/DateText.tsx';
import { ItemLink } from '../../components/ItemLink.tsx';
import { LevelMark } from '../../components/LevelMark/LevelMark.tsx';
import { ErrorProblems } from '../../components/ProblemList/ProblemList.tsx';
import { useT } from '../../translations.ts';
import { ReleaseSheet } from './ReleaseSheet.tsx';
import classes from './SourcesTab.module.css';

type Source = PanelSources['sources'][number];
type Kept = Source['redactions'][number];

const RedactSheet = lazy(async () => ({ default: (await import('./RedactSheet.tsx')).RedactSheet }));
const KeptDialog = lazy(async () => ({ default: (await import('./KeptDialog.tsx')).KeptDialog }));

/** More are found by typing. */
const MOST_OFFERED = 100;

/** The outcomes a panel presents, and for each above 公开 the kept comparison of its text with the panel's. */
export function SourcesTab({ panel }: { panel: Panel }) {
  const t = useT();
  const words = t.showcase.sources;
  const sources = useQuery(api.panelSources.get.queryOptions({ input: { id: panel.id } }));
  const outcomes = useQuery(api.outcomes.list.queryOptions({ input: { text: '', status: null } }));
  const [comparing, setComparing] = useState<{ id: string; title: string } | null>(null);
  const [releasing, setReleasing] = useState<Source | null>(null);
  const [viewed, setViewed] = useState<{ source: Source; kept: Kept } | null>(null);
  if (sources.data === undefined) return <ErrorProblems error={sources.error} />;
  const present = new Set(sources.data.sources.map(({ id }) => id));
  const above = (outcomes.data ?? []).filter(({ id, level }) => !isPublic(level) && !present.has(id));
  return (
    <div className={classes.tab}>
      <p className={classes.lead}>{words.lead}</p>
      {!sources.data.everyTierOpen && <p className={classes.warning}>{words.notEveryTier}</p>}
      {sources.data.sources.length === 0 && <p className={classes.quiet}>{words.none}</p>}
      <ul className={classes.sources}>
        {sources.data.sources.map((source) => (
          <li key={source.id} className={classes.source}>
            <div className={classes.head}>
              <div className={classes.what}>
                <span className={classes.name}>
                  <ItemLink item={source} />
                </span>
                <span className={classes.standing}>
                  <LevelMark level={source.level} />
                  <span className={classes.state} data-open={!source.isRedacted || undefined}>
                    {isPublic(source.level)
                      ? words.isPublic
                      : source.isRedacted
                        ? words.isRedacted
                        : words.notRedacted}
                  </span>
                </span>
              </div>
              {!isPublic(source.level) && (
                <Button
                  variant={source.isRedacted ? 'subtle' : 'default'}
                  size="xs"
                  onClick={() => setComparing(source)}
                >
                  {source.isRedacted ? words.compareAgain : words.compare}
                </Button>
              )}
              {!source.isLinked && (
                <Button variant="subtle" color="gray" size="xs" onClick={() => setReleasing(source)}>
                  {words.release}
                </Button>
              )}
            </div>
            {source.redactions.length > 0 && (
              <ul aria-label={words.kept} className={classes.kept}>
                {source.redactions.map((kept) => (
                  <li key={kept.id} className={classes.one}>
                    <span>{t.showcase.panels.edition(kept.edition)}</span>
                    <DateText date={kept.madeOn} />
                    <span>{kept.preparedBy}</span>
                    <span className={classes.means}>
                      {kept.means.map((each) => words.meansNames[each]).join(t.formats.list)}
                    </span>
                    <Button variant="subtle" size="compact-xs" onClick={() => setViewed({ source, kept })}>
                      {words.view}
                    </Button>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      <Select
        className={classes.choose}
        label={words.choose}
        placeholder={above.length === 0 ? words.noneAbove : words.choosePlaceholder}
        disabled={above.length === 0}
        searchable
        limit={MOST_OFFERED}
        data={above.map(({ id, title }) => ({ value: id, label: title }))}
        value={null}
        onChange={(id) => setComparing(above.find((each) => each.id === id) ?? null)}
      />
      <Suspense>
        {comparing !== null && (
          <RedactSheet panel={panel} outcome={comparing} onClose={() => setComparing(null)} />
        )}
        {releasing !== null && (
          <ReleaseSheet panel={panel} source={releasing} onClose={() => setReleasing(null)} />
        )}
        {viewed !== null && <KeptDialog {...viewed} onClose={() => setViewed(null)} />}
      </Suspense>
    </div>
  );
}
