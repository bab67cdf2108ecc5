import {describe, expect, it} from 'vitest';
import {openSettings, type SettingStore} from './settings';

function storeOf(kept: Map<string, unknown>): SettingStore {
  return {
    all: () => Promise.resolve([...kept]),
    put: (name, value) => Promise.resolve(void kept.set(name, value))
  };
}

describe('settings', () => {
  it('are there on the next visit', async () => {
    const kept = new Map<string, unknown>();
    await (await openSettings(() => Promise.resolve(storeOf(kept)))).set('definitions', {client_purchases: 4});
    const later = await openSettings(() => Promise.resolve(storeOf(kept)));
    expect(later.get('definitions')).toEqual({client_purchases: 4});
    expect(later.lasting).toBe(true);
    expect(later.get('theme')).toBeUndefined();
  });

  it('last until the page is closed where the browser keeps nothing', async () => {
    const refused = (): Promise<SettingStore> => Promise.reject(new DOMException('no', 'SecurityError'));
    const settings = await openSettings(refused);
    await settings.set('definitions', {client_purchases: 4});
    expect(settings.get('definitions')).toEqual({client_purchases: 4});
    expect(settings.lasting).toBe(false);
  });

  it('hold in the page when the disk is full', async () => {
    const full: SettingStore = {
      all: () => Promise.resolve([]),
      put: () => Promise.reject(new DOMException('full', 'QuotaExceededError'))
    };
    const settings = await openSettings(() => Promise.resolve(full));
    await settings.set('definitions', {client_days: 90});
    expect(settings.get('definitions')).toEqual({client_days: 90});
  });

  it('don’t hide a mistake of the program', async () => {
    const broken: SettingStore = {
      all: () => Promise.resolve([]),
      put: () => Promise.reject(new TypeError('mistake'))
    };
    const settings = await openSettings(() => Promise.resolve(broken));
    await expect(settings.set('definitions', {})).rejects.toThrow('mistake');
  });
});
