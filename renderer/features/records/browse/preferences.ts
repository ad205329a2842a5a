import { useLocalStorage } from '@mantine/hooks';
import { z } from 'zod/mini';

const schema = z.object({
  layout: z.enum(['gallery', 'table']),
  density: z.enum(['compact', 'normal']),
  facets: z.boolean(),
  preview: z.boolean(),
  columns: z.array(z.string()),
  widths: z.record(z.string(), z.number()),
  /** How the files of a record are shown; absent while nobody chose. */
  files: z.optional(z.enum(['gallery', 'list'])),
});
/** How a person likes to see the archive. Nothing of the vault is in it, so it may be kept by the browser. */
export type ArchivePreferences = z.infer<typeof schema>;

export const DEFAULT_COLUMNS = [
  'title',
  'level',
  'stage',
  'refCode',
  'docDate',
  'responsible',
  'category',
  'fileCount',
];

const DEFAULTS: ArchivePreferences = {
  layout: 'gallery',
  density: 'normal',
  facets: true,
  preview: true,
  columns: DEFAULT_COLUMNS,
  widths: {},
};

export function useArchivePreferences() {
  const [preferences, setPreferences] = useLocalStorage<ArchivePreferences>({
    key: 'mengbu.archive',
    defaultValue: DEFAULTS,
    getInitialValueInEffect: false,
    deserialize: read,
  });
  return {
    preferences,
    prefer: (change: Partial<ArchivePreferences>) => setPreferences((before) => ({ ...before, ...change })),
  };
}

/** What an older version or a hand has written there may be anything; then the defaults stand. */
function read(text: string | undefined): ArchivePreferences {
  try {
    const parsed = schema.safeParse(JSON.parse(text ?? 'null'));
    return parsed.success ? parsed.data : DEFAULTS;
  } catch {
    return DEFAULTS;
  }
}
