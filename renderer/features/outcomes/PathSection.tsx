import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { localDateOf } from '#shared/dates.ts';
import { newId } from '#shared/ids.ts';
import type { OutcomeDetail } from '#shared/outcomes/contract.ts';
import type { TransformationEvent } from '#shared/outcomes/transformation.ts';
import { useT } from '../../translations.ts';
import { EventSheet } from './EventSheet.tsx';
import { Section } from './Section.tsx';
import { Timeline } from './Timeline.tsx';

/** How an outcome is transformed, on which of the nine ways, when. */
export function PathSection({ outcome }: { outcome: OutcomeDetail }) {
  const t = useT();
  const words = t.outcomes.path;
  const [editing, setEditing] = useState<TransformationEvent | null>(null);
  const today = localDateOf(new Date());
  return (
    <Section
      title={words.title}
      none={outcome.events.length === 0 ? words.none : undefined}
      action={
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} stroke={1.5} />}
          onClick={() =>
            setEditing({ id: newId(), path: 'PILOT', kind: 'BEGUN', occurredOn: today, text: '' })
          }
        >
          {words.add}
        </Button>
      }
    >
      {outcome.events.length > 0 && <Timeline events={outcome.events} today={today} onOpen={setEditing} />}
      {editing !== null && <EventSheet outcome={outcome} event={editing} onClose={() => setEditing(null)} />}
    </Section>
  );
}
