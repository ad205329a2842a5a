import { Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { KeyHint } from '../components/KeyHint/KeyHint.tsx';
import { isComposing } from '../keyboard.ts';
import { useT } from '../translations.ts';
import { type Command, useCommands } from './commands.ts';
import classes from './PaletteDialog.module.css';

/** A field and the commands its words leave; arrows choose, Enter does. */
export function PaletteDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const id = useId();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const commands = useCommands(text);
  const at = Math.min(chosen, commands.length - 1);

  function run(command: Command | undefined): void {
    if (command === undefined) return;
    onClose();
    command.run();
  }

  function onKey(event: KeyboardEvent): void {
    if (isComposing(event)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setChosen((at + step + commands.length) % Math.max(1, commands.length));
    else if (event.key === 'Enter') run(commands[at]);
    else return;
    event.preventDefault();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      centered={false}
      yOffset={80}
      size={600}
      padding={0}
      attributes={{ content: { 'aria-label': t.shell.palette.open } }}
    >
      <div className={classes.search}>
        <IconSearch size={18} stroke={1.5} aria-hidden="true" />
        <input
          className={classes.input}
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={commands.length > 0 ? `${id}-${at}` : undefined}
          aria-label={t.shell.palette.placeholder}
          aria-autocomplete="list"
          placeholder={t.shell.palette.placeholder}
          value={text}
          maxLength={200}
          data-autofocus
          onChange={(event) => {
            setText(event.currentTarget.value);
            setChosen(0);
          }}
          onKeyDown={onKey}
        />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={t.shell.palette.open} className={classes.list}>
        {commands.map((command, index) => (
          <div
            key={command.id}
            id={`${id}-${index}`}
            ref={index === at ? scrollIntoList : null}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={classes.command}
            onPointerMove={() => setChosen(index)}
            onClick={() => run(command)}
            onKeyDown={onKey}
          >
            <command.Icon size={18} stroke={1.5} aria-hidden="true" />
            <span className={classes.name}>{command.name}</span>
            {command.shortcut !== undefined && <KeyHint keys={command.shortcut} />}
          </div>
        ))}
        {commands.length === 0 && <p className={classes.nothing}>{t.shell.palette.nothing}</p>}
      </div>
    </Modal>
  );
}

function scrollIntoList(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}
