import { lazy, Suspense, useSyncExternalStore } from 'react';
import { asking } from '../../host/ask.ts';

const PlaceDialog = lazy(async () => ({ default: (await import('./PlaceDialog.tsx')).PlaceDialog }));

/** Where the browser door's questions for a folder or file appear; the desktop door asks the system. */
export function PlaceDialogs() {
  const question = useSyncExternalStore(asking.subscribe, asking.current);
  if (question === null) return null;
  return (
    <Suspense>
      <PlaceDialog asking={question} />
    </Suspense>
  );
}
