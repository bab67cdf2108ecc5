import type {TableColumn} from '../../src/ui/cell';
import type {Option} from '../../src/ui/option';
import type {PageSource, TableRow} from '../../src/ui/pages.svelte';

export const rows = 1_000_000;

export const columns: TableColumn[] = [
  {name: 'customer_id', label: 'Customer', unit: 'text', align: 'start'},
  {name: 'name', label: 'Name', unit: 'text', align: 'start'},
  {name: 'rank', label: 'Rank', unit: 'count', align: 'end'},
  {
    name: 'net',
    label: 'Net sales (£)',
    unit: 'money',
    align: 'end',
    help: 'Sales less returns, without cancellations.'
  },
  {name: 'part', label: 'Share', unit: 'share', align: 'end'},
  {name: 'last_on', label: 'Last purchase', unit: 'date', align: 'end'},
  {name: 'class', label: 'Class', unit: 'class', align: 'start'}
];

/** A source that answers after a moment, with rows made from their number. */
export const page: PageSource = async (offset, limit, sort, search) => {
  await new Promise((resolve) => setTimeout(resolve, 30));
  const found = search === '' ? rows : Math.floor(rows / 10 ** Math.min(6, search.length));
  const at = (index: number): number => (sort?.descending ? found - 1 - index : index);
  const length = Math.max(0, Math.min(limit, found - offset));
  return {count: found, rows: Array.from({length}, (_, index) => row(at(offset + index)))};
};

function row(index: number): TableRow {
  return {
    customer_id: `C-${1_000_000 + index}`,
    name: index % 50 === 7 ? null : `${names[index % names.length]} & ${names[(index * 7) % names.length]} Wholesale`,
    rank: index + 1,
    net: (280_206.02 / (index + 1)).toFixed(2),
    part: 0.034 / (index + 1),
    last_on: `2011-${String((index % 12) + 1).padStart(2, '0')}-09`,
    class: index < 1000 ? 'A' : index < 10_000 ? 'B' : 'C'
  };
}

const names = [
  'Ada',
  'Bo',
  'Chen',
  'Dita',
  'Eero',
  'Fatima',
  'Grzegorz',
  'Hélène',
  'Ioana',
  'Øyvind',
  'Ольга',
  'Łukasz'
];

export const options: Option[] = Array.from({length: 240}, (_, index) => ({
  value: `c${index}`,
  label: ['Germany', 'France', 'Österreich', 'United Kingdom', 'Ireland', 'Norway'][index] ?? `Land ${index}`,
  remark: String(4338 - index * 13)
}));

export const sql = `-- customers by net sales, largest first
with net as (
    select customer_key, sum(amount) as net
    from purchase
    where kind in ('sale', 'return') and purchased_on <= date '2011-12-09'
    group by all
)

select customer_id, net, net / nullif(sum(net) over (), 0) as "share of ""all"""
from net
join customer_facts using (customer_key)
where net > 0.01 and name <> 'O''Brien & Söhne'
order by net desc`;

export const lesson = `# The few and the many

Vilfredo Pareto saw in 1896 that **20 % of landowners** held 80 % of the land; *your* customers may be more or less alike. The column \`customer_id\` says who.

## How to read

1. The bars are customers, largest first.
2. The curve adds them up:
   - steep at first,
   - flat at the end.

> Concentration is a risk and a strength.

| Share of customers | Share of sales |
| :-- | --: |
| 1 % | 22.1 % |
| 20 % | 74.6 % |

See [the book](https://example.org/book) or [the table](#/pareto?tab=table), not [this](javascript:alert(3)) ![or this](http://127.0.0.1:9/p).

<img src=x onerror=alert(1)>

<details>
<summary>What does a Gini of 0.72 mean?</summary>

That the curve is far from the diagonal.

</details>

\`\`\`sql
select 1 as "one"
\`\`\`
`;
