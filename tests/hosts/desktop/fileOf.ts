import type { ReadableFile } from '#electron/desktop/fileAnswers.ts';

/** A vault file with this content. `watch` sees every read and may throw as a damaged store does. */
export function fileOf(
  content: Uint8Array,
  watch: (offset: number, length: number) => void = () => {},
  head: Partial<ReadableFile> = {},
): ReadableFile {
  return {
    mediaType: 'application/octet-stream',
    size: content.length,
    inline: false,
    name: '文件.bin',
    read(offset, length) {
      watch(offset, length);
      return content.subarray(offset, offset + length);
    },
    ...head,
  };
}
