import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { FILE_ROLES, type RecordFile } from '#shared/records/file.ts';
import { copyText } from '../../../components/copyText.ts';
import { Deeds } from '../../../components/Deeds.tsx';
import { IconButton } from '../../../components/IconButton/IconButton.tsx';
import { useSaveFile } from '../../../components/saveFile.ts';
import { useT } from '../../../translations.ts';
import { RenameSheet } from './RenameSheet.tsx';
import type { FileDeeds } from './useFileDeeds.ts';

/** The deeds for one file. */
export function FileMenu({ file, deeds }: { file: RecordFile; deeds: FileDeeds }) {
  const t = useT();
  const words = t.records.files;
  const save = useSaveFile();
  const [renaming, setRenaming] = useState(false);
  return (
    <Deeds>
      <Menu>
        <Menu.Target>
          <IconButton
            label={words.menu(file.name)}
            size={24}
            onDoubleClick={(event) => event.stopPropagation()}
          >
            <IconDots size={16} stroke={1.5} />
          </IconButton>
        </Menu.Target>
        <Menu.Dropdown onDoubleClick={(event) => event.stopPropagation()}>
          <Menu.Label>{words.role}</Menu.Label>
          {FILE_ROLES.map((role) => (
            <Menu.Item key={role} disabled={role === file.role} onClick={() => deeds.setRole(file, role)}>
              {words.setRole(t.records.roles[role])}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={() => setRenaming(true)}>{words.rename}</Menu.Item>
          <Menu.Item onClick={() => void save(file)}>{words.save}</Menu.Item>
          <Menu.Item onClick={() => void copyText(t, file.sha256)}>{words.copyHash}</Menu.Item>
          <Menu.Divider />
          <Menu.Item color="red" onClick={() => deeds.remove(file)}>
            {words.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {renaming && <RenameSheet file={file} deeds={deeds} onClose={() => setRenaming(false)} />}
    </Deeds>
  );
}
