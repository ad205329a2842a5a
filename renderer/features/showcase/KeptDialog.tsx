import { Modal, Stack } from '@mantine/core';
import type { PanelSources } from '#shared/showcase/contract.ts';
import { DateText } from '../../components/DateText/DateText.tsx';
import { useT } from '../../translations.ts';
import { RedactionDiff } from './RedactionDiff.tsx';
import classes from './Sheet.module.css';

type Source = PanelSources['sources'][number];

/** A comparison as it was kept. */
export function KeptDialog({
  source,
  kept,
  onClose,
}: {
  source: Source;
  kept: Source['redactions'][number];
  onClose: () => void;
}) {
  const t = useT();
  const words = t.showcase.sources;
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.title(source.title)}
      size={760}
      closeButtonProps={{ 'aria-label': t.actions.close }}
    >
      <Stack gap={12}>
        <p className={classes.help}>
          {t.showcase.panels.edition(kept.edition)} · <DateText date={kept.madeOn} /> · {kept.preparedBy} ·{' '}
          {kept.means.map((each) => words.meansNames[each]).join(t.formats.list)}
          {kept.note !== '' && ` · ${kept.note}`}
        </p>
        <RedactionDiff source={kept.source} shown={kept.shown} />
      </Stack>
    </Modal>
  );
}
