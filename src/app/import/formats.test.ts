import {expect, it} from 'vitest';
import {choiceOf, dateChoices, dateOf, example, including, orderOf, withDates} from './formats';

it.each([
  ['%d.%m.%Y', '31.12.2024', 'day'],
  ['%m/%d/%y %I:%M %p', '12/31/24 01:45 PM', 'month'],
  ['%Y-%m-%dT%H:%M:%S', '2024-12-31T13:45:00', 'year'],
  ['%-d %b %Y', '31 Dec 2024', 'day'],
  ['%Y%m%d', '20241231', 'year'],
  ['%H:%M', '13:45', null]
])('shows %s as %s', (format, shown, order) => {
  expect(example(format)).toBe(shown);
  expect(orderOf(format)).toBe(order);
});

it('offers other orders of the same dates first, with their time of day', () => {
  expect(dateChoices('%d/%m/%Y %H:%M').slice(0, 3)).toEqual(['%d/%m/%Y %H:%M', '%m/%d/%Y %H:%M', '%Y/%m/%d %H:%M']);
  expect(dateChoices('%d/%m/%Y %H:%M')).toContain('%d.%m.%Y %H:%M');
  expect(dateChoices('%Y%m%d').slice(0, 3)).toEqual(['%Y%m%d', '%d%m%Y', '%m%d%Y']);
});

it('offers each way once, and the common ones where none is known', () => {
  const choices = dateChoices('%Y-%m-%d');
  expect(new Set(choices).size).toBe(choices.length);
  expect(dateChoices(undefined)).toContain('%m/%d/%Y');
});

it('shows dates without the time of day, which is not used', () => {
  expect(dateOf('%d/%m/%Y %H:%M')).toBe('%d/%m/%Y');
  expect(dateOf('%d.%m.%Y, %I:%M %p')).toBe('%d.%m.%Y');
  expect(dateOf('%Y%m%d')).toBe('%Y%m%d');
});

it('offers several ways together, and turns day and month in all of them', () => {
  const written = ['%d/%m/%Y', '%d/%m/%y', '%Y-%m-%d'];
  const choices = dateChoices(written.join('|'), written);
  expect(choices[0]).toBe('%d/%m/%Y|%d/%m/%y|%Y-%m-%d');
  expect(choices).toContain('%m/%d/%Y|%m/%d/%y|%Y-%m-%d');
  expect(dateChoices('%Y-%m-%d', written)).toContain('%d/%m/%Y|%d/%m/%y|%Y-%m-%d');
  expect(withDates({date: '%Y', dates: ['%y']}, '%d/%m/%Y')).toEqual({date: '%d/%m/%Y'});
  expect(choiceOf(withDates({}, choices[0] ?? ''))).toBe(choices[0]);
});

it('offers counts of days and seconds', () => {
  expect(dateChoices('%excel').slice(0, 2)).toEqual(['%excel', '%excel1904']);
  expect(dateChoices('%d.%m.%Y')).toContain('%epoch');
  expect(example('%excel')).toBe('45657');
});

it('keeps an unusual current value among the options', () => {
  expect(including([',', ';'], '¦')).toEqual(['¦', ',', ';']);
  expect(including([',', ';'], ';')).toEqual([',', ';']);
});
