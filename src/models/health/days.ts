import {literal} from '../../engine/sql';
import {bulkOf, emptyMonths, gapsOf, partMonth, spikesOf, type Bulk, type Day} from './calendar';
import {ask, rowsOf, shareOf, sumOf, type Check, type Finding, type Patient} from './check';

const known = new WeakMap<Patient['loaded'], Promise<Day[]>>();

/** What was bought on each day, read once. */
function daysOf(patient: Patient): Promise<Day[]> {
  const before = known.get(patient.loaded);
  if (before) return before;
  const days = read(patient);
  known.set(patient.loaded, days);
  days.catch(() => known.delete(patient.loaded));
  return days;
}

async function read(patient: Patient): Promise<Day[]> {
  const rows = await ask(
    patient,
    `select purchased_on::varchar as day, count(*) as rows, sum(amount)::double as amount
     from purchase group by purchased_on order by purchased_on`
  );
  return rows.map((row) => ({day: String(row['day']), rows: Number(row['rows']), amount: Number(row['amount'])}));
}

type Finder = (patient: Patient, days: readonly Day[], bulk: Bulk) => Finding[] | Promise<Finding[]>;

const check = (name: string, find: Finder): Check => ({
  name,
  asks: ({rows}) => rows.purchase > 0,
  async find(patient) {
    const days = await daysOf(patient);
    return days.length === 0 ? [] : find(patient, days, bulkOf(days, patient.imported));
  }
});

/** What stands out among days. */
export const dayChecks: Check[] = [
  check('late', (patient, days, {to}) => outside(patient, 'late', {cut: to, last: days.at(-1)?.day ?? to})),
  check('early', (patient, days, {from}) => outside(patient, 'early', {cut: from, last: days[0]?.day ?? from})),
  check('last_month', (patient, days, bulk) => part(patient, days, bulk, 'last')),
  check('first_month', (patient, days, bulk) => part(patient, days, bulk, 'first')),
  check('calendar', calendar),
  check('empty_months', months),
  check('spike', spikes)
];

async function outside(
  patient: Patient,
  name: 'late' | 'early',
  {cut, last}: {cut: string; last: string}
): Promise<Finding[]> {
  if (cut === last) return [];
  const where = `purchased_on ${name === 'late' ? '>' : '<'} ${literal(cut)}::date`;
  const {rows, customers, amount} = await sumOf(patient, where);
  return [
    {
      check: name,
      severity: 'totals',
      values: {rows, customers, amount: {money: amount}, last: {day: last}, cut: {day: cut}},
      behind: rowsOf('purchase', where, patient, 'purchased_on, customer_id'),
      rules: [name === 'late' ? `after:${cut}` : `before:${cut}`]
    }
  ];
}

function part(patient: Patient, days: readonly Day[], bulk: Bulk, side: 'first' | 'last'): Finding[] {
  const found = partMonth(days, bulk, side);
  if (!found) return [];
  const {month, missing, rows} = found;
  const whole = side === 'last' ? bulk.to === days.at(-1)?.day : bulk.from === days[0]?.day;
  const values = {
    rows,
    missing,
    month,
    edge: {day: side === 'last' ? bulk.to : bulk.from},
    share: shareOf(patient, rows)
  };
  const where = `date_trunc('month', purchased_on) = ${literal(month)}::date`;
  return [
    {
      check: `${side}_month`,
      severity: 'counts',
      values,
      behind: rowsOf('purchase', where, patient, 'purchased_on, customer_id'),
      rules: whole ? [`${side}_month`] : []
    }
  ];
}

function calendar(_patient: Patient, days: readonly Day[], bulk: Bulk): Finding[] {
  const gaps = gapsOf(days, bulk);
  const [longest] = gaps.toSorted((a, b) => b.days - a.days);
  if (!longest) return [];
  const values = {
    gaps: gaps.length,
    days: gaps.reduce((total, gap) => total + gap.days, 0),
    longest: longest.days,
    from: {day: longest.from},
    to: {day: longest.to}
  };
  const rows = gaps.map((gap) => `(${literal(gap.from)}::date, ${literal(gap.to)}::date, ${gap.days})`);
  return [
    {
      check: 'calendar',
      severity: 'counts',
      values,
      behind: {
        from: `(values ${rows.join(', ')}) as gap(from_day, to_day, days)`,
        columns: [
          {name: 'from_day', label: 'behind.from', unit: 'date'},
          {name: 'to_day', label: 'behind.to', unit: 'date'},
          {name: 'days', label: 'behind.days', unit: 'count'}
        ],
        order: 'days desc, from_day'
      },
      rules: []
    }
  ];
}

function months(_patient: Patient, days: readonly Day[], bulk: Bulk): Finding[] {
  const empty = emptyMonths(days, bulk);
  const [first] = empty;
  if (first === undefined) return [];
  const rows = empty.map((month) => `(${literal(month)}::date)`);
  return [
    {
      check: 'empty_months',
      severity: 'counts',
      values: {months: empty.length, first},
      behind: {
        from: `(values ${rows.join(', ')}) as empty(from_day)`,
        columns: [{name: 'from_day', label: 'behind.month', unit: 'date'}],
        order: 'from_day'
      },
      rules: []
    }
  ];
}

async function spikes(patient: Patient, days: readonly Day[]): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const {day, rows} of spikesOf(days).slice(0, 3)) {
    const where = `purchased_on = ${literal(day)}::date`;
    const {amount, customers} = await sumOf(patient, where);
    const values = {rows, customers, amount: {money: amount}, day: {day}, share: shareOf(patient, rows)};
    found.push({
      check: 'spike',
      severity: 'totals',
      values,
      behind: rowsOf('purchase', where, patient, 'customer_id, amount'),
      rules: [`day:${day}`]
    });
  }
  return found;
}
