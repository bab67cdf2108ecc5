import fc from 'fast-check';

/** One purchase: whole cents, days from the first of 2023. */
export interface Line {
  customer: number;
  day: number;
  cents: number;
}

const line: fc.Arbitrary<Line> = fc.record({
  customer: fc.nat(11),
  day: fc.oneof(fc.nat(30), fc.nat(800)),
  cents: fc.oneof(fc.integer({min: 1, max: 500}), fc.integer({min: -300, max: -1}))
});

/** 1,000 data sets, the same in every run; each is a segment of one big table. */
export const sets = fc.sample(fc.array(line, {minLength: 1, maxLength: 40}), {seed: 19580601, numRuns: 1000});
export const lastDay = 820;

/** One wait: how many days, and whether it is over. */
export interface Wait {
  duration: number;
  event: boolean;
}

/** A fraction in lowest terms, exact. */
export interface Fraction {
  over: bigint;
  under: bigint;
}

/** The waits of a data set, by sums of whole cents. */
export function waitsOf(lines: readonly Line[], what: string): Wait[] {
  const cents = new Map<string, number>();
  for (const {customer, day, cents: own} of lines) {
    const key = `${customer} ${day}`;
    cents.set(key, (cents.get(key) ?? 0) + own);
  }
  const days = new Map<number, number[]>();
  for (const [key, sum] of cents) {
    if (sum <= 0) continue;
    const [customer = 0, day = 0] = key.split(' ').map(Number);
    days.set(
      customer,
      [...(days.get(customer) ?? []), day].sort((a, b) => a - b)
    );
  }
  return [...days.values()].flatMap((own) =>
    own.flatMap((day, place) => {
      if (!counts(what, place + 1)) return [];
      const next = own[place + 1];
      return [{duration: (next ?? lastDay) - day, event: next !== undefined}];
    })
  );
}

function counts(what: string, occasion: number): boolean {
  if (what === 'any') return true;
  if (what === 'later') return occasion >= 4;
  return ['first', 'second', 'third'].indexOf(what) === occasion - 1;
}

export interface Step {
  duration: number;
  atRisk: number;
  events: number;
  censored: number;
  survival: Fraction;
  greenwood: Fraction | null;
}

/** Kaplan and Meier by the book, one duration after the other. */
export function kaplanMeier(waits: readonly Wait[]): Step[] {
  const durations = [...new Set(waits.map(({duration}) => duration))].sort((a, b) => a - b);
  let survival: Fraction = {over: 1n, under: 1n};
  let greenwood: Fraction | null = {over: 0n, under: 1n};
  return durations.map((duration) => {
    const atRisk = waits.filter((wait) => wait.duration >= duration).length;
    const here = waits.filter((wait) => wait.duration === duration);
    const events = here.filter(({event}) => event).length;
    survival = reduced(survival.over * BigInt(atRisk - events), survival.under * BigInt(atRisk));
    greenwood = greenwood && added(greenwood, events, atRisk);
    return {duration, atRisk, events, censored: here.length - events, survival, greenwood};
  });
}

function added({over, under}: Fraction, events: number, atRisk: number): Fraction | null {
  if (events === atRisk) return null;
  const below = BigInt(atRisk) * BigInt(atRisk - events);
  return reduced(over * below + BigInt(events) * under, under * below);
}

function reduced(over: bigint, under: bigint): Fraction {
  let [a, b] = [over, under];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? {over: 0n, under: 1n} : {over: over / a, under: under / a};
}

/** A fraction as a number, good to fifteen digits whatever its size. */
export const valueOf = ({over, under}: Fraction): number => Number((over * 10n ** 18n) / under) / 1e18;

export function purchase({customer, day, cents}: Line, set: number) {
  return {
    customer_id: `${set} ${customer}`,
    purchased_on: dayOf(day),
    amount: (cents / 100).toFixed(2),
    kind: cents < 0 ? 'return' : 'sale'
  };
}

export const dayOf = (day: number): string => new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10);
