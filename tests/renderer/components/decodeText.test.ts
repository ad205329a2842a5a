import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../renderer/components/Viewer/decodeText.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('text of a file', () => {
  it('reads UTF-8, with and without its mark', () => {
    expect(decodeText(utf8('会议纪要'))).toEqual({ text: '会议纪要', encoding: 'UTF-8' });
    expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8('甲')]))).toEqual({
      text: '甲',
      encoding: 'UTF-8',
    });
  });

  it('reads what older Chinese systems wrote', () => {
    expect(decodeText(new Uint8Array([0xbb, 0xe1, 0xd2, 0xe9, 0x0a]))).toEqual({
      text: '会议\n',
      encoding: 'GB 18030',
    });
  });

  it('reads UTF-16 by its mark', () => {
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0x1a, 0x4f]))).toEqual({
      text: '会',
      encoding: 'UTF-16LE',
    });
    expect(decodeText(new Uint8Array([0xfe, 0xff, 0x4f, 0x1a]))).toEqual({
      text: '会',
      encoding: 'UTF-16BE',
    });
  });

  it('leaves out a character that was cut off at the end', () => {
    expect(decodeText(utf8('会议').slice(0, 5))).toEqual({ text: '会', encoding: 'UTF-8' });
  });

  it('reads nothing as nothing', () => {
    expect(decodeText(new Uint8Array())).toEqual({ text: '', encoding: 'UTF-8' });
  });
});
