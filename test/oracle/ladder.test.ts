import fc from 'fast-check';
import {beforeAll, describe, expect, it} from 'vitest';
import type {Engine} from '../../src/engine/engine';
import type {Row} from '../../src/engine/rows';
import {ask} from '../ask';
import {testEngine} from '../engine';
import {given} from '../given';

/** 1,000 made-up data sets: 40 companies of 25 sets of up to four customers each; each company has a ruler of its own. */
const companies = 40;
const setsEach = 25;
const last = 700;

interface Line {
  day: number;
  cents: number;
  kind: 'sale' | 'return' | 'cancellation';
}

interface Person {
  id: string;
  acquired: number | null;
  contract: number | null;
  lines: Line[];
  surveys: {day: number; score: number}[];
  reviews: {day: number; score: number}[];
}

interface Asked {
  from: number;
  to: number;
  testDays: number;
  purchases: number;
  days: number;
}

const day = fc.integer({min: 0, max: last});
const voice = fc.record({day, score: fc.integer({min: 1, max: 5})});
const line: fc.Arbitrary<Line> = fc
  .record({
    day: fc.oneof(day, fc.integer({min: 520, max: last})),
    cents: fc.integer({min: 1, max: 90_000}),
    kind: fc.constantFrom('sale', 'sale', 'sale', 'sale', 'return', 'cancellation')
  })
  .map((row) => ({...row, cents: row.kind === 'sale' ? row.cents : -row.cents}) as Line);
const person = fc.record({
  acquired: fc.option(day, {freq: 2}),
  contract: fc.option(fc.integer({min: 300, max: 1000}), {freq: 2}),
  lines: fc.array(line, {maxLength: 12}),
  surveys: fc.array(voice, {maxLength: 2}),
  reviews: fc.array(voice, {maxLength: 1})
});
const asked: fc.Arbitrary<Asked> = fc.record({
  from: fc.integer({min: 50, max: 650}),
  to: fc.integer({min: 300, max: last}),
  testDays: fc.integer({min: 30, max: 400}),
  purchases: fc.integer({min: 2, max: 4}),
  days: fc.constantFrom(180, 365, 500)
});

const people = fc
  .sample(fc.array(fc.array(person, {maxLength: 4}), {minLength: setsEach, maxLength: setsEach}), {
    seed: 1997,
    numRuns: companies
  })
  .map((sets, company) =>
    sets.flatMap((set, place) => set.map((one, at): Person => ({...one, id: `${company} ${place} ${at}`})))
  );
const questions = fc.sample(asked, {seed: 19970101, numRuns: companies});

describe('1,000 made-up data sets in 40 companies give what a plain computation gives', () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await testEngine();
    await given(engine, {
      customer: people.flatMap((list, company) =>
        list.map(({id, acquired, contract}) => ({
          customer_id: id,
          acquired_on: acquired === null ? null : dayOf(acquired),
          contract_until: contract === null ? null : dayOf(contract),
          attributes: {company: String(company)}
        }))
      ),
      purchase: people.flat().flatMap(({id, lines}) =>
        lines.map(({day: at, cents, kind}) => ({
          customer_id: id,
          purchased_on: dayOf(at),
          amount: (cents / 100).toFixed(2),
          kind
        }))
      ),
      interaction: people
        .flat()
        .flatMap(({id, surveys, reviews}) => [
          ...surveys.map((one) => contact(id, 'survey', one)),
          ...reviews.map((one) => contact(id, 'review', one))
        ])
    });
  }, 60_000);

  it('on the ladder, between two days, month by month, ahead and in hindsight', async () => {
    for (const [company, list] of people.entries()) {
      const question = questions[company];
      if (!question) throw new Error('no question');
      const told = await ask(engine, 'ladder', {
        params: {then_from: dayOf(question.from), then_to: dayOf(question.to), test_days: question.testDays},
        scope: {
          as_of: dayOf(last),
          filters: {'attribute:company': [String(company)]},
          definitions: {client_purchases: question.purchases, client_days: question.days}
        }
      });
      const known = new Model(list, question);
      expect(told.rows.map(rungRow), `company ${company}`).toEqual(known.ladder());
      expect(sorted(told.parts['moves'], moveRow), `company ${company}`).toEqual(known.moves());
      expect(sorted(told.parts['rewards'], rewardRow), `company ${company}`).toEqual(known.rewards());
      expect(sorted(told.parts['hits'], hitRow), `company ${company}`).toEqual(known.hits());
      expect(sorted(told.parts['months'], monthRow), `company ${company}`).toEqual(known.months());
      expect(told.parts['ways']?.slice(0, 2).map(wayRow), `company ${company}`).toEqual(known.ways());
    }
  }, 170_000);
});

const rungs = ['prospect', 'customer', 'client', 'supporter', 'advocate', 'partner', 'lapsed'];

/** The rungs of a company, told anew from the lines. */
class Model {
  readonly #occasions: Map<string, number[]>;

  readonly people: readonly Person[];
  readonly asked: Asked;

  constructor(people: readonly Person[], asked: Asked) {
    this.people = people;
    this.asked = asked;
    this.#occasions = new Map(people.map(({id, lines}) => [id, occasionsOf(lines)]));
  }

  ladder() {
    const now = this.#standing(last, last);
    const counts = rungs.map((rung) => now.filter((one) => one.rung === rung).length);
    const sales = rungs.map((rung) =>
      sum(now.filter((one) => one.rung === rung).map(({id}) => this.#sales(id, -1, last)))
    );
    const seen = this.#observable();
    let before: number | null = null;
    let start: number | null = null;
    return rungs.map((rung, place) => {
      if (!seen[place]) return [rung, null, null, null, null, null];
      const customers = counts[place] ?? 0;
      if (rung === 'lapsed') return [rung, customers, null, null, null, sales[place]];
      const reached = sum(counts.slice(place, 6));
      const step = before === null || before === 0 ? null : near(reached / before);
      start ??= reached;
      before = reached;
      return [rung, customers, reached, step, start === 0 ? null : near(reached / start), sales[place]];
    });
  }

  moves(): string[] {
    const [from, to] = this.#days();
    const at = new Map(this.#standing(from, last).map(({id, rung}) => [id, rung]));
    const later = new Map(this.#standing(to, last).map(({id, rung}) => [id, rung]));
    const ids = [...new Set([...at.keys(), ...later.keys()])];
    return tally(ids.map((id) => `${at.get(id) ?? '-'} > ${later.get(id) ?? '-'}`));
  }

  rewards(): string[] {
    const [from, to] = this.#days();
    if (from === to) return [];
    const at = this.#standing(from, last);
    return rungs
      .filter((rung) => at.some((one) => one.rung === rung))
      .map((rung) => {
        const own = at.filter((one) => one.rung === rung);
        return `${rung} ${own.length} ${sum(own.map(({id}) => this.#sales(id, from, to)))}`;
      })
      .sort();
  }

  hits(): string[] {
    const then = last - this.asked.testDays;
    const at = this.#standing(then, then);
    const again = (id: string): boolean => (this.#occasions.get(id) ?? []).some((one) => one > then && one <= last);
    return rungs
      .filter((rung) => at.some((one) => one.rung === rung))
      .map((rung) => {
        const own = at.filter((one) => one.rung === rung);
        const hit = own.filter(({id}) => again(id)).length;
        const [low, high] = wilson(hit, own.length);
        const sales = sum(own.map(({id}) => this.#sales(id, then, last)));
        return `${rung} ${own.length} ${hit} ${low.toFixed(9)} ${high.toFixed(9)} ${sales}`;
      })
      .sort();
  }

  months(): string[] {
    return monthEnds()
      .flatMap((end) => {
        const at = this.#standing(end, last);
        return tally(at.map(({rung}) => rung)).map((text) => `${dayOf(end)} ${text}`);
      })
      .sort();
  }

  ways() {
    const first: number[] = [];
    const client: number[] = [];
    for (const {id, ...rest} of this.people) {
      const own = this.#occasions.get(id) ?? [];
      const [start] = own;
      if (start === undefined) continue;
      const known = knownOn({id, ...rest});
      if (known !== null && known < start) first.push(start - known);
      const {purchases, days} = this.asked;
      const reached = own.find(
        (one, index) => index + 1 >= purchases && one - (own[index + 1 - purchases] ?? -Infinity) < days
      );
      if (reached !== undefined) client.push(reached - start);
    }
    return [['customer', first] as const, ['client', client] as const]
      .filter(([, list]) => list.length > 0)
      .map(([rung, list]) => [rung, list.length, median(list)]);
  }

  #observable(): boolean[] {
    const surveys = this.people.some((one) => one.surveys.length > 0);
    const reviews = this.people.some((one) => one.reviews.length > 0);
    return [true, true, true, surveys, reviews, true, true];
  }

  #days(): [number, number] {
    const {from, to} = this.asked;
    return from < to ? [from, to] : [to, from];
  }

  #sales(id: string, after: number, until: number): number {
    const lines = this.people.find((one) => one.id === id)?.lines ?? [];
    return sum(
      lines.filter((one) => one.kind !== 'cancellation' && one.day > after && one.day <= until).map(({cents}) => cents)
    );
  }

  /** Everyone known on a day, with their rung, by limits known on another. */
  #standing(moment: number, ruler: number): {id: string; rung: string}[] {
    const limits = [1, 2, 3, 4].map((kind) => this.#limits(kind, ruler));
    return this.people.flatMap((one) => {
      const own = (this.#occasions.get(one.id) ?? []).filter((at) => at <= moment);
      if (own.length === 0) {
        const known = knownOn(one);
        return known === null || known <= moment ? [{id: one.id, rung: 'prospect'}] : [];
      }
      const [active, lapsed] = limits[Math.min(own.length, 4) - 1] ?? [Infinity, Infinity];
      const usual = own.length < 4 ? null : this.#usual(one.id, ruler);
      const atLeast = usual === null ? 0 : Math.ceil(2 * usual);
      return [
        {
          id: one.id,
          rung: this.#rung(one, {own, moment, active: Math.max(active, atLeast), lapsed: Math.max(lapsed, atLeast)})
        }
      ];
    });
  }

  #rung(
    {surveys, reviews, contract}: Person,
    {own, moment, active, lapsed}: {own: number[]; moment: number; active: number; lapsed: number}
  ): string {
    const silent = moment - (own.at(-1) ?? 0);
    const recent = own.filter((at) => at > moment - this.asked.days).length;
    const bound = contract !== null && contract >= moment;
    if (silent > lapsed && !bound) return 'lapsed';
    if (recent < this.asked.purchases || silent > active) return 'customer';
    if (bound) return 'partner';
    if (pleased(reviews, moment)) return 'advocate';
    return pleased(surveys, moment) ? 'supporter' : 'client';
  }

  /** Kaplan–Meier quantiles of the gap after the first, second, third or any later occasion; of who comes back where many never do. */
  #limits(kind: number, ruler: number): [number, number] {
    const gaps = [...this.#occasions.values()].flatMap((all) => {
      const own = all.filter((at) => at <= ruler);
      return own.flatMap((at, index) => {
        if (Math.min(index + 1, 4) !== kind) return [];
        const next = own[index + 1];
        return [{days: (next ?? ruler) - at, over: next !== undefined}];
      });
    });
    let survival = 1;
    const curve: [number, number][] = [];
    for (const days of [...new Set(gaps.map((gap) => gap.days))].sort((a, b) => a - b)) {
      const risk = gaps.filter((gap) => gap.days >= days).length;
      const over = gaps.filter((gap) => gap.days === days && gap.over).length;
      survival *= 1 - over / risk;
      curve.push([days, survival]);
    }
    const back = (share: number): number => curve.find(([, waiting]) => 1 - waiting >= share - 1e-9)?.[0] ?? Infinity;
    const all = survival > 0.1 + 1e-9 && gaps.filter(({over}) => over).length >= 10 ? 1 - survival : 1;
    return [back(0.8 * all), back(0.9 * all)];
  }

  #usual(id: string, ruler: number): number | null {
    const own = (this.#occasions.get(id) ?? []).filter((at) => at <= ruler);
    const gaps = own.slice(1).map((at, index) => at - (own[index] ?? 0));
    return gaps.length < 2 ? null : median(gaps);
  }
}

function occasionsOf(lines: readonly Line[]): number[] {
  const sums = new Map<number, number>();
  for (const {day: at, cents, kind} of lines) if (kind !== 'cancellation') sums.set(at, (sums.get(at) ?? 0) + cents);
  return [...sums]
    .filter(([, cents]) => cents > 0)
    .map(([at]) => at)
    .sort((a, b) => a - b);
}

/** By any file: won, bought (or returned, or cancelled), or said something. */
function knownOn({acquired, lines, surveys, reviews}: Person): number | null {
  const days = [...(acquired === null ? [] : [acquired]), ...[...lines, ...surveys, ...reviews].map((one) => one.day)];
  return days.length === 0 ? null : Math.min(...days);
}

/** Four of five at least, on average, within two years. */
function pleased(said: readonly {day: number; score: number}[], moment: number): boolean {
  const heard = said.filter((one) => one.day <= moment && one.day > moment - 730);
  return heard.length > 0 && sum(heard.map(({score}) => score)) >= 4 * heard.length;
}

function wilson(hit: number, of: number): [number, number] {
  const z = 1.959963984540054;
  const middle = (hit + (z * z) / 2) / (of + z * z);
  const half = (z / (of + z * z)) * Math.sqrt((hit * (of - hit)) / of + (z * z) / 4);
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

function median(values: readonly number[]): number {
  const own = [...values].sort((a, b) => a - b);
  return ((own[Math.floor((own.length - 1) / 2)] ?? 0) + (own[Math.ceil((own.length - 1) / 2)] ?? 0)) / 2;
}

function tally(values: readonly string[]): string[] {
  return [...new Set(values)].map((value) => `${value} ${values.filter((one) => one === value).length}`).sort();
}

/** The last days of all months with data, and the last day. */
function monthEnds(): number[] {
  const first = Math.min(...people.flat().flatMap(({lines}) => lines.map((one) => one.day)));
  const ends = Array.from({length: last + 1}, (_, at) => at).filter(
    (at) => at >= first && (at === last || dayOf(at + 1).endsWith('-01'))
  );
  return ends;
}

const contact = (id: string, kind: string, {day: at, score}: {day: number; score: number}) => ({
  customer_id: id,
  occurred_on: dayOf(at),
  kind,
  score,
  score_scale: 5
});

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const dayOf = (at: number): string => new Date(Date.UTC(2023, 0, 1 + at)).toISOString().slice(0, 10);
const near = (value: number) => expect.closeTo(value, 9) as number;
const cents = (value: unknown): number => Math.round(Number(value) * 100);

const rungRow = (row: Row) => [
  row['rung'],
  row['customers'],
  row['reached'],
  row['step_share'],
  row['start_share'],
  row['net_sales'] === null ? null : cents(row['net_sales'])
];
const moveRow = (row: Row): string =>
  `${String(row['from_rung'] ?? '-')} > ${String(row['to_rung'] ?? '-')} ${Number(row['customers'])}`;
const rewardRow = (row: Row): string => `${String(row['rung'])} ${Number(row['customers'])} ${cents(row['net_sales'])}`;
const hitRow = (row: Row): string =>
  [
    row['rung'],
    row['customers'],
    row['again'],
    Number(row['low']).toFixed(9),
    Number(row['high']).toFixed(9),
    cents(row['sales_after'])
  ].join(' ');
const monthRow = (row: Row): string => `${String(row['moment'])} ${String(row['rung'])} ${Number(row['customers'])}`;
const wayRow = (row: Row) => [row['rung'], row['customers'], row['median_days']];
const sorted = (rows: readonly Row[] | undefined, text: (row: Row) => string): string[] =>
  (rows ?? []).map(text).sort();
