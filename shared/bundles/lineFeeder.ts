import { decodeUtf8, joinBytes } from './text.ts';

const MOST_BYTES_OF_A_LINE = 64 * 1024;

/** Cuts a stream of bytes into lines at LF and gives each on; a line too long or not UTF-8 is given as ''. */
export function lineFeeder(onLine: (line: string) => void): { feed(bytes: Uint8Array): void; end(): void } {
  let held: Uint8Array[] = [];
  let length = 0;

  function give(): void {
    onLine(length > MOST_BYTES_OF_A_LINE ? '' : textOrNothing(joinBytes(held)));
    held = [];
    length = 0;
  }

  function hold(bytes: Uint8Array): void {
    length += bytes.length;
    if (length <= MOST_BYTES_OF_A_LINE && bytes.length > 0) held.push(bytes.slice());
  }

  function feed(bytes: Uint8Array): void {
    let at = 0;
    for (let end = bytes.indexOf(10, at); end !== -1; end = bytes.indexOf(10, at)) {
      hold(bytes.subarray(at, end));
      give();
      at = end + 1;
    }
    hold(bytes.subarray(at));
  }

  function end(): void {
    if (length > 0) give();
  }

  return { feed, end };
}

function textOrNothing(bytes: Uint8Array): string {
  try {
    return decodeUtf8(bytes);
  } catch {
    return '';
  }
}
