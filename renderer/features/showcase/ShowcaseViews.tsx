import { ViewTabs } from '../../components/ViewTabs/ViewTabs.tsx';
import { usePresenting } from '../../session.ts';
import { useT } from '../../translations.ts';

const VIEWS = [
  { name: 'board', to: '/showcase/board', presented: true },
  { name: 'exhibitions', to: '/showcase', presented: true },
  { name: 'panels', to: '/showcase/panels', presented: false },
  { name: 'visits', to: '/showcase/visits', presented: false },
] as const;

/** The lists of the showcase, one beside the other. */
export function ShowcaseViews({ shown }: { shown: (typeof VIEWS)[number]['name'] }) {
  const t = useT();
  const presenting = usePresenting();
  return (
    <ViewTabs
      label={t.showcase.title}
      views={VIEWS.filter(({ presented }) => presented || !presenting).map(({ name, to }) => ({
        name,
        to,
        text: t.showcase.views[name],
      }))}
      shown={shown}
    />
  );
}
