import { Button, Modal } from '@mantine/core';
import type { LevelDecision } from '#shared/confidentiality/contract.ts';
import type { ItemHead } from '#shared/items.ts';
import { host } from '../../host/host.ts';
import { useT } from '../../translations.ts';
import { DecisionPaper } from './DecisionPaper.tsx';
import classes from './LevelChangeSheet.module.css';

/** The decision is taken: its sheet, to be printed and signed for the file. */
export function DecisionDone({
  decision,
  item,
  onClose,
}: {
  decision: LevelDecision;
  item: ItemHead;
  onClose: () => void;
}) {
  const t = useT();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.confidentiality.decision.done}
      size={760}
      closeButtonProps={{ 'aria-label': t.actions.close }}
    >
      <DecisionPaper decision={decision} item={item} />
      <div className={classes.foot} data-screen-only>
        <Button variant="default" onClick={() => host.print()}>
          {t.confidentiality.decision.printSheet}
        </Button>
        <Button onClick={onClose}>{t.actions.finish}</Button>
      </div>
    </Modal>
  );
}
