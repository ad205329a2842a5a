import { counted, fileSize } from '../../formats.ts';

/** A size of bytes; the exact number is its title. */
export function BytesText({ bytes }: { bytes: number }) {
  return (
    <data value={bytes} title={`${counted(bytes)} B`}>
      {fileSize(bytes)}
    </data>
  );
}
