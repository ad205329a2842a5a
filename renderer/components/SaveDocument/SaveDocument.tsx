import { Button, type ButtonProps, Menu } from '@mantine/core';
import { IconChevronDown, IconFileDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { DocumentFormat, OfferedFile } from '#shared/documents/document.ts';
import { host } from '../../host/host.ts';
import { notifyProblem } from '../../notices.ts';
import { useT } from '../../translations.ts';
import { useProblems } from '../problems.ts';
import classes from './SaveDocument.module.css';

const FORMATS: readonly DocumentFormat[] = ['DOCX', 'PDF'];

/** Saves a paper as Word or as PDF; each says in which faces it is set. `offer` asks the service for the file. */
export function SaveDocument({
  offer,
  label,
  variant = 'default',
  size = 'sm',
}: {
  offer: (format: DocumentFormat) => Promise<OfferedFile>;
  /** What the paper is; without one it is only "save the document". */
  label?: string;
  variant?: ButtonProps['variant'];
  size?: ButtonProps['size'];
}) {
  const t = useT();
  const words = t.documents;
  const report = useProblems();
  const [making, setMaking] = useState(false);

  async function save(format: DocumentFormat): Promise<void> {
    setMaking(true);
    try {
      const { address, name, missing = '' } = await offer(format);
      if (missing !== '') notifyProblem([words.missing(missing)]);
      await host.save(address, name);
    } catch (error) {
      report(error);
    } finally {
      setMaking(false);
    }
  }

  return (
    <Menu position="bottom-end" width={320}>
      <Menu.Target>
        <Button
          {...(variant === undefined ? {} : { variant })}
          size={size}
          loading={making}
          leftSection={<IconFileDownload size={16} stroke={1.5} aria-hidden />}
          rightSection={<IconChevronDown size={14} stroke={1.5} aria-hidden />}
        >
          {label ?? words.save}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => void save(format)}>
            {words.formats[format].name}
            <div className={classes.faces}>{words.formats[format].faces}</div>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
