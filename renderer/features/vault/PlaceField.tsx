import { Button, Input, VisuallyHidden } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import type { Place } from '#shared/places.ts';
import { type FolderPurpose, host } from '../../host/host.ts';
import { useT } from '../../translations.ts';
import classes from './FrontForm.module.css';

/** A folder to be chosen: its name, and the button that asks for it. */
export function PlaceField({
  label,
  help,
  purpose,
  place,
  error,
  onPlace,
}: {
  label: string;
  help?: string;
  purpose: FolderPurpose;
  place: Place | null;
  error?: string | undefined;
  onPlace: (place: Place) => void;
}) {
  const t = useT();
  async function choose(): Promise<void> {
    const chosen = await host.pickFolder(purpose);
    if (chosen !== null) onPlace(chosen);
  }
  return (
    <Input.Wrapper label={label} description={help} error={error} labelElement="div">
      <div className={classes.place}>
        <IconFolder size={18} stroke={1.5} aria-hidden="true" />
        <span className={classes.placeName} data-empty={place === null || undefined}>
          {place?.name ?? t.vault.create.notChosen}
        </span>
        <Button variant="subtle" size="compact-sm" onClick={() => void choose()}>
          <VisuallyHidden>{`${label}${t.formats.colon}`}</VisuallyHidden>
          {place === null ? t.actions.chooseFolder : t.vault.create.change}
        </Button>
      </div>
    </Input.Wrapper>
  );
}
