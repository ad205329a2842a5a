import { Button, Menu } from '@mantine/core';
import { IconDots, IconFileDownload, IconSignature } from '@tabler/icons-react';
import { useState } from 'react';
import type { Meeting } from '#shared/meetings/contract.ts';
import { IconButton } from '../../components/IconButton/IconButton.tsx';
import { useT } from '../../translations.ts';
import { CorrectSheet } from './CorrectSheet.tsx';
import { PaperSheet } from './PaperSheet.tsx';
import { RemoveSheet } from './RemoveSheet.tsx';
import { SignSheet } from './SignSheet.tsx';

type Sheet = 'paper' | 'sign' | 'correct' | 'remove';

/** What is done with minutes as a whole: export, sign or correct, remove. */
export function MeetingActions({ meeting }: { meeting: Meeting }) {
  const t = useT();
  const words = t.meetings;
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const close = () => setSheet(null);
  const isSigned = meeting.stage === 'SIGNED';
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconFileDownload size={16} stroke={1.5} aria-hidden />}
        onClick={() => setSheet('paper')}
      >
        {words.paper.action}
      </Button>
      {isSigned ? (
        <Button variant="default" onClick={() => setSheet('correct')}>
          {words.correct.action}
        </Button>
      ) : (
        <Button
          leftSection={<IconSignature size={16} stroke={1.5} aria-hidden />}
          onClick={() => setSheet('sign')}
        >
          {words.sign.action}
        </Button>
      )}
      {meeting.versions.length === 0 && (
        <Menu position="bottom-end">
          <Menu.Target>
            <IconButton label={t.actions.more} size={36}>
              <IconDots size={16} stroke={1.5} />
            </IconButton>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item color="red" onClick={() => setSheet('remove')}>
              {words.remove.action}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {sheet === 'paper' && (
        <PaperSheet meeting={meeting} number={isSigned ? meeting.versions.length : null} onClose={close} />
      )}
      {sheet === 'sign' && <SignSheet meeting={meeting} onClose={close} />}
      {sheet === 'correct' && <CorrectSheet meeting={meeting} onClose={close} />}
      {sheet === 'remove' && <RemoveSheet meeting={meeting} onClose={close} />}
    </>
  );
}
