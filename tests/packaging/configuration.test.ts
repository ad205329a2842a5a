import { readFileSync } from 'node:fs';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { describe, expect, it } from 'vitest';

const config = await getConfig(process.cwd(), 'electron-builder.yml', null);
const validate = (candidate: typeof config) => validateConfiguration(candidate, new DebugLogger(false));

describe('electron-builder.yml', () => {
  it('is valid, and a misspelt option would be noticed', async () => {
    await validate(config);
    await expect(validate({ ...config, electronFusees: {} } as typeof config)).rejects.toThrow(
      /electronFusees/,
    );
  });

  it('makes an installer for Windows, a disk image for macOS, AppImage and deb for Linux', () => {
    expect([config.win?.target, config.mac?.target, config.linux?.target]).toEqual([
      'nsis',
      'dmg',
      ['AppImage', 'deb'],
    ]);
    expect(config.appId).toBe('cn.mengbu.app');
  });

  it('publishes and fetches nothing', () => {
    expect(config.publish).toBeNull();
    expect(config).not.toHaveProperty('electronDownload');
    expect(config.npmRebuild).toBe(false);
  });

  it('lists files for no single system: a list of exclusions alone would begin with the whole project', () => {
    for (const system of [config.win, config.mac, config.linux]) expect(system).not.toHaveProperty('files');
  });

  it.each([
    ['win', 'resources/icons/icon.ico', '00000100'],
    ['mac', 'resources/icons/icon.icns', '69636e73'],
    ['linux', 'resources/icons/icon.png', '89504e47'],
  ] as const)('has an icon for %s in that system’s own format', (system, path, magic) => {
    expect(config[system]?.icon).toBe(path);
    expect(readFileSync(path).subarray(0, 4).toString('hex')).toBe(magic);
  });

  it('hardens the app of macOS, with leave for the compiler of JavaScript alone', () => {
    expect(config.mac?.hardenedRuntime).toBe(true);
    const rights = readFileSync(config.mac?.entitlements ?? '', 'utf8').match(/<key>[^<]+<\/key>/g);
    expect(rights).toEqual(['<key>com.apple.security.cs.allow-jit</key>']);
    expect(config.mac?.entitlementsInherit).toBe(config.mac?.entitlements);
  });
});
