import {describe, expect, it} from 'vitest';
import {isChanged, resetOf, sliderOf, wrongWith, type Rule} from './rule';

const client: Rule = {
  state: 'client',
  name: 'Client',
  says: '',
  holds: '',
  numbers: ['client_purchases', 'active_quantile'],
  condition: 'rung_client'
};

describe('a slider', () => {
  it('shows shares as per cent, and gives them back as they are held', () => {
    const slider = sliderOf('active_quantile', {active_quantile: 0.7});
    expect(slider).toMatchObject({value: 70, initial: 80, min: 50, max: 95, step: 1, unit: '%'});
    expect(slider.stored(57)).toBe(0.57);
    expect(sliderOf('client_days', {})).toMatchObject({value: 365, initial: 365, unit: 'days'});
    expect(sliderOf('advocate_referrals', {})).toMatchObject({value: 1, unit: 'referrals'});
  });
});

describe('a condition', () => {
  it('says in words what is wrong with it', () => {
    expect(wrongWith('rung_client', ' ')).toBe('Enter a condition, or go back to the sliders.');
    expect(wrongWith('rung_client', 'x'.repeat(501))).toContain('500');
    expect(wrongWith('rung_client', 'bogus > 2')).toContain('bogus');
    expect(wrongWith('rung_client', 'occasions >= $client_purchases and not contract')).toBeUndefined();
  });
});

describe('a rule', () => {
  it('is changed by any of its numbers or its condition, and goes back as a whole', () => {
    expect(isChanged(client, {client_days: 90})).toBe(false);
    expect(isChanged(client, {client_purchases: 4})).toBe(true);
    expect(isChanged(client, {rung_client: 'occasions > 1'})).toBe(true);
    expect(resetOf([client])).toEqual({client_purchases: null, active_quantile: null, rung_client: null});
  });
});
