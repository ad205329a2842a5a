import { describe, expect, it } from 'vitest';
import {
  endingOf,
  isServedInline,
  mediaKindOf,
  nameContradicts,
  needsPreview,
} from '#shared/records/mediaKinds.ts';

describe('media types', () => {
  it.each([
    ['image/jpeg', 'image'],
    ['image/heic', 'image'],
    ['image/svg+xml', 'image'],
    ['image/vnd.dwg', 'other'],
    ['application/pdf', 'pdf'],
    ['video/mp4', 'video'],
    ['audio/wav', 'audio'],
    ['text/plain', 'text'],
    ['text/html', 'other'],
    ['application/zip', 'other'],
    ['', 'other'],
  ])('%s is shown as %s', (mediaType, kind) => {
    expect(mediaKindOf(mediaType)).toBe(kind);
  });

  it.each([
    'image/svg+xml',
    'text/html',
    'application/xhtml+xml',
    'application/xml',
    'text/plain',
    'application/pdf',
    'application/javascript',
    'application/octet-stream',
    'image/JPEG; x=1',
    '',
  ])('never serves %j inline', (mediaType) => {
    expect(isServedInline(mediaType)).toBe(false);
  });

  it('draws a preview for exactly the pictures a browser does not get', () => {
    expect(needsPreview('image/tiff')).toBe(true);
    expect(needsPreview('image/svg+xml')).toBe(true);
    expect(needsPreview('image/jpeg')).toBe(false);
    expect(needsPreview('video/mp4')).toBe(false);
  });

  it('remarks on a name that promises another format, and on no other', () => {
    expect(nameContradicts('录像.mp4', 'text/plain')).toBe(true);
    expect(nameContradicts('照片.JPG ', 'image/png')).toBe(true);
    expect(nameContradicts('照片.JPG', 'image/jpeg')).toBe(false);
    expect(nameContradicts('照片', 'image/jpeg')).toBe(false);
    expect(nameContradicts('invoice\u202egpj.exe', 'image/jpeg')).toBe(false);
  });

  it.each([
    ['a.TAR.GZ', 'gz'],
    ['.hidden', ''],
    ['none', ''],
    ['dot.', ''],
    ['照片.jpg ', 'jpg'],
  ])('ending of %j is %j', (name, ending) => {
    expect(endingOf(name)).toBe(ending);
  });
});
