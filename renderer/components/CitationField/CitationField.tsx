import { Button } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { lazy, Suspense, useId, useState } from 'react';
import type { Level } from '#shared/confidentiality/levels.ts';
import type { Citation } from '#shared/records/citation.ts';
import { useT } from '../../translations.ts';
import { IconButton } from '../IconButton/IconButton.tsx';
import classes from './CitationField.module.css';
import { CitationText } from './CitationText.tsx';

const CitationPicker = lazy(async () => ({
  default: (await import('./CitationPicker.tsx')).CitationPicker,
}));

/** Evidence of one statement: a file of an archive record, chosen by searching the archive. */
export function CitationField({
  label,
  value,
  onChange,
  level,
  error,
  bare = false,
  readOnly = false,
}: {
  label: string;
  value: Citation | null;
  onChange: (citation: Citation | null) => void;
  /** Of the thing the evidence belongs to: what is more confidential cannot be cited by it. */
  level: Level;
  error?: string | undefined;
  /** The label is read, not seen: where a table head already says it. */
  bare?: boolean;
  readOnly?: boolean;
}) {
  const t = useT();
  const words = t.citations;
  const id = useId();
  const [isChoosing, setIsChoosing] = useState(false);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot lie in a table cell's grid
    <div role="group" aria-labelledby={`${id}-label`} className={classes.field}>
      <span id={`${id}-label`} className={bare ? classes.hidden : classes.label}>
        {label}
      </span>
      <div className={classes.value}>
        {value !== null && <CitationText citation={value} />}
        {!readOnly && (
          <Button
            variant="default"
            size="xs"
            aria-label={`${label}${t.formats.colon}${value === null ? words.choose : words.replace}`}
            leftSection={<IconPaperclip size={14} stroke={1.5} />}
            onClick={() => setIsChoosing(true)}
          >
            {value === null ? words.choose : words.replace}
          </Button>
        )}
        {value !== null && !readOnly && (
          <IconButton label={words.clear} size={26} onClick={() => onChange(null)}>
            <IconX size={14} stroke={1.5} />
          </IconButton>
        )}
      </div>
      {error !== undefined && <p className={classes.error}>{error}</p>}
      {isChoosing && (
        <Suspense>
          <CitationPicker
            title={`${label}${t.formats.colon}${words.choose}`}
            level={level}
            onChoose={(citation) => {
              setIsChoosing(false);
              onChange(citation);
            }}
            onClose={() => setIsChoosing(false)}
          />
        </Suspense>
      )}
    </div>
  );
}
