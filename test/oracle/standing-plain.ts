import type {Company, Contact} from './standing-data';

/** What a company looks like on a day, by the limits as known on another, in plain arithmetic over whole numbers. */
export interface Told {
  customer: number;
  rung: string;
  phase: string;
  occasions: number;
  recent: number;
  active: number | null;
  lapsed: number | null;
  satisfaction: number | null;
  nps: number | null;
  review: number | null;
  referrals: number;
  complaints: number | null;
  wallet: number | null;
  bonds: number;
  cv: number | null;
  half: readonly [number, number | null];
}

export const voiceDays = 200;

interface Limits {
  median: number | null;
  active: number | null;
  lapsed: number | null;
}

/** What all are measured by: limits as known on a day, and what is told of anyone at all. */
export interface Ruler {
  day: number;
  limits: readonly Limits[];
  half: number;
  /** whether anyone is known to have complained */
  complaints: boolean;
}

export function rulerOf(companies: readonly Company[], day: number): Ruler {
  const bought = companies.flatMap((company) => company.people.map((_, place) => occasionsOf(company, place)));
  const limits = [1, 2, 3, 4].map((kind) => limitsOf(bought, kind, day));
  return {
    day,
    limits,
    half: 2 * (limits[2]?.median ?? limits[3]?.median ?? 91),
    complaints: companies.some(({contacts}) => contacts.some(({kind}) => kind === 'complaint'))
  };
}

export function tell(company: Company, moment: number, ruler: Ruler): Told[] {
  return company.people
    .map((_, place) => place)
    .filter((place) => isKnown(company, place, moment))
    .map((place) => person(company, place, {...ruler, moment, days: occasionsOf(company, place)}));
}

interface Frame extends Ruler {
  moment: number;
  days: readonly number[];
}

function person(company: Company, place: number, frame: Frame): Told {
  const {moment, day: ruler, half, limits} = frame;
  const days = frame.days.filter((day) => day <= moment);
  const [first, last, n] = [days[0], days.at(-1), days.length];
  const one = company.people[place];
  const gaps = gapsOf(frame.days.filter((day) => day <= ruler));
  const limit = limits[Math.min(n, 4) - 1];
  const own = (days: number | null | undefined): number | null =>
    days === null || days === undefined
      ? null
      : n < 4 || gaps.length < 2
        ? days
        : Math.max(days, Math.ceil(2 * median(gaps)));
  const [active, lapsed] = [own(limit?.active), own(limit?.lapsed)];
  const recency = last === undefined ? null : moment - last;
  const recent = days.filter((day) => day > moment - 365).length;
  const contract = one?.contract === null || one === undefined ? null : one.contract >= moment;
  const closed = one?.closed !== null && one !== undefined && one.closed <= moment && (last ?? 0) <= one.closed;
  const said = company.contacts.filter((row) => row.customer === place && row.day <= moment);
  const heard = said.filter((row) => row.day > moment - voiceDays);
  const voice = voiceOf(company, place, heard, frame);
  const year = company.purchases.filter((row) => row.customer === place && row.day <= moment && row.day > moment - 365);
  const net = sum(year.map(({cents}) => cents));
  const wallet = one?.wallet ? net / 100 / (one.wallet / 100) : null;
  const talks = said.filter((row) => row.day > moment - 365 && bothWays(row)).length;
  const bonds = Number(year.some(({promotion}) => promotion)) + Number(talks >= 2) + Number(contract === true);
  const quiet = recency !== null && lapsed !== null && recency > lapsed && contract !== true;
  const onTime = active === null || (recency ?? 0) <= active;

  const told = {customer: place, occasions: n, recent, active, lapsed, ...voice, wallet, bonds};
  const rung = ((): string => {
    if (n === 0) return 'prospect';
    if (quiet || closed) return 'lapsed';
    if (recent < 3 || !onTime) return 'customer';
    if (contract === true || ((wallet ?? 0) >= 0.5 && bonds >= 2)) return 'partner';
    const {referrals, review, nps, satisfaction, complaints} = voice;
    const tried = heard.some(({kind}) => kind === 'referral');
    if (referrals >= 1 || (review ?? 0) >= 0.8 || ((nps ?? 0) >= 9 && tried)) return 'advocate';
    return (complaints ?? 0) === 0 && ((satisfaction ?? 0) >= 0.8 || (nps ?? 0) >= 7) ? 'supporter' : 'client';
  })();

  const {growth, pace, sales} = halvesOf(company, place, frame);
  const cv = gaps.length < 2 ? null : variation(gaps);
  const fresh = first !== undefined && first <= moment - half && newCategory(company, place, moment, half);
  const contacts = heard.filter(bothWays).length;
  const phase = ((): string => {
    const ended = contract === false && last !== undefined && last <= (one?.contract ?? 0);
    if (quiet || closed || ended) return 'dissolution';
    if ((active !== null && (recency ?? 0) > active) || (n > 2 && growth !== null && growth < 0.5)) return 'decline';
    const tenure = first === undefined ? 0 : moment - first;
    const steady = n >= 4 && tenure >= 270 && cv !== null && cv <= 1 && growth !== null && growth >= 0.5 && growth <= 2;
    if (n >= 1 && (contract === true || (wallet ?? 0) >= 0.5 || steady)) return 'commitment';
    if (n >= 3 && ((growth ?? 0) >= 1.1 || (pace ?? 0) >= 1.1 || fresh)) return 'expansion';
    if (n === 0) return contacts >= 1 || contract === true ? 'exploration' : 'awareness';
    return n <= 2 && onTime ? 'exploration' : 'plateau';
  })();
  return {...told, rung, phase, cv, half: sales};
}

/** Days on which something was left of what was bought. */
function occasionsOf({purchases}: Company, customer: number): number[] {
  const net = new Map<number, number>();
  for (const row of purchases) {
    if (row.customer === customer) net.set(row.day, (net.get(row.day) ?? 0) + row.cents);
  }
  return [...net]
    .filter(([, cents]) => cents > 0)
    .map(([day]) => day)
    .sort((a, b) => a - b);
}

function isKnown({people, purchases, contacts}: Company, place: number, moment: number): boolean {
  const days = [
    people[place]?.acquired ?? null,
    ...purchases.filter(({customer}) => customer === place).map(({day}) => day),
    ...contacts.filter(({customer}) => customer === place).map(({day}) => day)
  ].filter((day) => day !== null);
  return days.length === 0 || Math.min(...days) <= moment;
}

/**
 * The product-limit estimate in fractions: after how many days the share still waiting is small enough; or, where it never
 * is and ten came back, the share of all who do.
 */
function limitsOf(bought: readonly (readonly number[])[], kind: number, ruler: number): Limits {
  const gaps = bought.flatMap((all) => {
    const days = all.filter((day) => day <= ruler);
    return days.flatMap((day, place) =>
      Math.min(place + 1, 4) === kind ? [{days: (days[place + 1] ?? ruler) - day, over: place + 1 < days.length}] : []
    );
  });
  const curve: {days: number; above: bigint; below: bigint}[] = [];
  let [above, below] = [1n, 1n];
  for (const days of [...new Set(gaps.map((gap) => gap.days))].sort((a, b) => a - b)) {
    const risk = gaps.filter((gap) => gap.days >= days).length;
    above *= BigInt(risk - gaps.filter((gap) => gap.days === days && gap.over).length);
    below *= BigInt(risk);
    curve.push({days, above, below});
  }
  const waiting = (percent: bigint): number | null =>
    curve.find((at) => at.above * 100n <= percent * at.below)?.days ?? null;
  const ofReturning = (percent: bigint): number | null =>
    curve.find((at) => (at.below - at.above) * below * 100n >= percent * (below - above) * at.below)?.days ?? null;
  const lapsed = waiting(10n);
  const many = gaps.filter(({over}) => over).length >= 10;
  return {
    median: waiting(50n),
    ...(lapsed === null && many ? {active: ofReturning(80n), lapsed: ofReturning(90n)} : {active: waiting(20n), lapsed})
  };
}

function voiceOf(company: Company, place: number, heard: readonly Contact[], {moment, complaints}: Frame) {
  const mean = (kind: Contact['kind'], scale: number): number | null => {
    const scores = heard.filter((row) => row.kind === kind).map(({score}) => score);
    return scores.length === 0 ? null : Math.round((sum(scores) / scores.length / scale) * 1e6) / 1e6;
  };
  const told = heard.filter((row) => row.kind === 'referral' && row.word !== 'Not interested').length;
  const brought = company.people.filter((one, other) => {
    if (one.referrer !== place || other === place) return false;
    const bought = company.purchases.filter(({customer}) => customer === other).map(({day}) => day);
    const came = [one.acquired, ...bought].filter((day) => day !== null);
    const day = came.length === 0 ? moment : Math.min(...came);
    return day <= moment && day > moment - voiceDays;
  }).length;
  const open = heard.filter((row) => {
    if (row.kind !== 'complaint' || row.word === 'Solved') return false;
    const next = company.contacts.filter((other) => other.customer === place && other.day > row.day);
    return row.word === 'Open' || next.every((other) => other.day > moment);
  }).length;
  return {
    satisfaction: mean('csat', 5),
    nps: mean('survey', 1),
    review: mean('review', 5),
    referrals: Math.max(told, brought),
    complaints: complaints ? open : null
  };
}

const bothWays = ({kind, word}: Contact): boolean =>
  (kind === 'visit' && word !== 'Not reached') || (kind === 'lead' && word === 'Offer');

function halvesOf(company: Company, place: number, {moment, half, days}: Frame) {
  const own = company.purchases.filter(({customer}) => customer === place);
  const within = (from: number, to: number, day: number): boolean => day > from && day <= to;
  const cents = (from: number, to: number): number =>
    sum(own.filter(({day}) => within(from, to, day)).map((row) => row.cents));
  const count = (from: number, to: number): number => days.filter((day) => within(from, to, day)).length;
  const seen = moment - 2 * half + 1 >= 0;
  const [recent, before] = [cents(moment - half, moment), cents(moment - 2 * half, moment - half)];
  const [often, earlier] = [count(moment - half, moment), count(moment - 2 * half, moment - half)];
  return {
    sales: [recent, seen ? before : null] as const,
    growth: seen && before > 0 ? recent / 100 / (before / 100) : null,
    pace: seen && earlier > 0 ? often / earlier : null
  };
}

function newCategory({purchases}: Company, place: number, moment: number, half: number): boolean {
  const sales = purchases.filter(({customer, cents, category}) => customer === place && cents > 0 && category !== null);
  return [...new Set(sales.map(({category}) => category))].some((name) => {
    const first = Math.min(...sales.filter(({category}) => category === name).map(({day}) => day));
    return first <= moment && first > moment - half;
  });
}

const gapsOf = (days: readonly number[]): number[] => days.slice(1).map((day, place) => day - (days[place] ?? 0));
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (place: number): number => sorted[place] ?? 0;
  return (at((sorted.length - 1) >> 1) + at(sorted.length >> 1)) / 2;
}

function variation(gaps: readonly number[]): number {
  const mean = sum(gaps) / gaps.length;
  return Math.sqrt(sum(gaps.map((gap) => (gap - mean) ** 2)) / (gaps.length - 1)) / mean;
}
