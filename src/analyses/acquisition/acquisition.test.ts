import {beforeAll, describe, expect, it} from 'vitest';
import {ask, questionOf, sentence, type Told} from '../../../test/ask';
import {testEngine} from '../../../test/engine';
import {given, type Given} from '../../../test/given';
import type {Engine} from '../../engine/engine';
import {customersBehind, release, runAnalysis} from '../run';
import {groupRows, reasonRows} from './tables';
import {windowOf} from '../../models/scope';
import {notesOf} from './notes';
import type {GroupRow, GroupStepRow, StageRow, StepRow, Summary} from './parts';
import {initialParams} from '../params';
import {params as specs} from './params';
import {ofGroup, ofMonth, ofReason, ofStep} from './selection';
import {meaning, movedUp} from './stages';

let engine: Engine;

beforeAll(async () => {
  engine = await testEngine();
});

type Contact = [lead: string, day: string, stage: string | null, more?: Record<string, string>];

/** Twelve leads: nine contacted, five got an offer, four became customers. The exercise of the lesson. */
const exercise: Contact[] = [
  ...['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L'].map((lead, place): Contact => [
    lead,
    '2024-01-01',
    'New',
    {touchpoint: place % 2 === 0 ? 'fair' : 'web'}
  ]),
  ...['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'].map((lead): Contact => [lead, '2024-01-05', 'Contacted']),
  ...['A', 'B', 'C', 'D', 'E'].map((lead): Contact => [lead, '2024-01-11', 'Offer', {owner: 'Ann'}]),
  ...['A', 'B', 'C', 'D'].map((lead, place): Contact => [lead, `2024-01-${21 + place}`, 'Won', {owner: 'Ann'}]),
  ['E', '2024-01-20', 'Lost', {outcome: 'price'}],
  ...['F', 'G', 'H'].map((lead): Contact => [lead, '2024-01-20', 'Lost', {owner: 'Bo'}]),
  ['J', '2024-01-20', 'Lost', {outcome: 'price'}]
];

const contacts = (rows: readonly Contact[]): NonNullable<Given['interaction']> =>
  rows.map(([customer_id, occurred_on, stage, more = {}]) => ({
    ...{customer_id, occurred_on, kind: 'lead', stage},
    ...more
  }));

/** Somebody else buys on the last day, so that there is one. */
const later = {customer_id: 'Z', purchased_on: '2024-03-31', amount: '1'};

async function told(rows: readonly Contact[], more: Given = {}, asked = {}): Promise<Told> {
  await given(engine, {interaction: contacts(rows), ...more, purchase: [later, ...(more.purchase ?? [])]});
  return ask(engine, 'acquisition', asked);
}

const counts = ({rows}: Told) => rows.map(({stage, people, lost, open}) => [stage, people, lost, open]);
const summaryOf = ({parts}: Told): Summary => parts['summary']?.[0] as unknown as Summary;

describe('the exercise of the lesson', () => {
  let answer: Told;

  beforeAll(async () => {
    answer = await told(exercise);
  });

  it('has the steps, what is lost and open at each, and their days', () => {
    expect(counts(answer)).toEqual([
      ['New', 12, 1, 2],
      ['Contacted', 9, 3, 1],
      ['Offer', 5, 1, 0],
      ['Won', 4, 0, 0]
    ]);
    expect(answer.rows.map(({step_share, start_share}) => [step_share, start_share])).toEqual([
      [null, null],
      [9 / 12, 9 / 12],
      [5 / 9, 5 / 12],
      [4 / 5, 4 / 12]
    ]);
    expect(
      answer.rows.map(({median_days, p75_days, step_median_days}) => [median_days, p75_days, step_median_days])
    ).toEqual([
      [0, 0, null],
      [4, 4, 4],
      [10, 10, 6],
      [21.5, 22.25, 11.5]
    ]);
  });

  it('is summed up in a sentence', () => {
    expect(sentence(answer)).toBe(
      'Of 12 leads since Jan 2024, 4 (33.3%) became customers, half of them within 21.5 days. 5 were lost, 3 of them after Contacted: more than at any other step. 3 are still open.'
    );
    expect(summaryOf(answer)).toMatchObject({decided_share: 4 / 9, early: 0, before: 0, later: 0, reasons: 2});
  });

  it('gives each channel its share with Wilson’s interval', () => {
    const [fair, web] = answer.parts['groups'] ?? [];
    expect(fair).toMatchObject({lead_group: 'fair', leads: 6, won: 2, lost: 2, open: 2});
    expect(web).toMatchObject({lead_group: 'web', leads: 6, won: 2, lost: 3, open: 1, decided_share: 2 / 5});
    expect(fair?.['low']).toBeCloseTo(0.0967714, 6);
    expect(fair?.['high']).toBeCloseTo(0.7000067, 6);
  });

  it('gives each owner the leads handled last', async () => {
    const byOwner = await told(exercise, {}, {params: {leads_by: 'owner'}});
    expect(byOwner.parts['groups']?.map((row) => [row['lead_group'], row['leads'], row['won']])).toEqual([
      ['Ann', 5, 4],
      ['', 4, 0],
      ['Bo', 3, 0]
    ]);
    expect(
      byOwner.parts['group_steps']?.filter(({lead_group}) => lead_group === 'Ann').map(({people}) => people)
    ).toEqual([5, 5, 5, 4]);
  });

  it('says why leads were lost, and of how many it isn’t known', () => {
    expect(answer.parts['reasons']).toEqual([
      {reason: '', leads: 3, lost_share: 0.6},
      {reason: 'price', leads: 2, lost_share: 0.4}
    ]);
    const rows = reasonRows([{reason: 'price', leads: 2, lost_share: 1}], () => undefined);
    expect(rows.map(({cells}) => cells)).toEqual([
      ['price', '2', '100%'],
      ['not known', '0', '0%']
    ]);
  });

  it('gives the share won by days, the lost followed to the end', () => {
    const all = (answer.parts['curve'] ?? []).filter(({lead_group}) => lead_group === null);
    expect(all.map(({duration, at_risk}) => [duration, at_risk])).toEqual([
      [20, 12],
      [21, 11],
      [22, 10],
      [23, 9],
      [90, 8]
    ]);
    expect(all.map(({won_share}) => Number(Number(won_share).toFixed(9)))).toEqual(
      [1, 2, 3, 4, 4].map((won) => Number((won / 12).toFixed(9)))
    );
  });

  it('leads to the leads behind', async () => {
    await told(exercise);
    const held = await runAnalysis(engine, await questionOf(engine, 'acquisition'));
    const behind = async (selection: ReturnType<typeof ofStep>): Promise<string> =>
      (await customersBehind(engine, held, selection)).rows.map(({customer_id}) => customer_id).join('');
    const [start, contacted, , won] = answer.rows as unknown as StepRow[];
    if (!start || !contacted || !won) throw new Error('no steps');
    expect(await behind(ofStep(start))).toBe('ABCDEFGHIJKL');
    expect(await behind(ofStep(start, 'open'))).toBe('KL');
    expect(await behind(ofStep(contacted))).toBe('ABCDEFGHI');
    expect(await behind(ofStep(contacted, 'lost'))).toBe('FGH');
    expect(await behind(ofStep(won))).toBe('ABCD');
    expect(await behind(ofGroup({lead_group: 'web'}))).toBe('BDFHJL');
    expect(await behind(ofReason({reason: 'price', leads: 2, lost_share: 1}))).toBe('EJ');
    expect(
      await behind(ofMonth({month: '2024-01-01', leads: 12, won: 4, lost: 5, open: 3, share: 1, over: true}))
    ).toBe('ABCDEFGHIJKL');
    await release(engine, held);
  });
});

describe('who is a lead, and who is won', () => {
  it('counts a stage that was jumped as passed, without a day', async () => {
    const answer = await told([
      ['A', '2024-01-01', 'New'],
      ['A', '2024-01-02', 'Contacted'],
      ['A', '2024-01-03', 'Offer'],
      ['B', '2024-01-01', 'New'],
      ['B', '2024-01-09', 'Offer']
    ]);
    expect(counts(answer)).toEqual([
      ['New', 2, 0, 0],
      ['Contacted', 2, 0, 0],
      ['Offer', 2, 0, 2],
      [null, 0, 0, 0]
    ]);
    expect(answer.rows.map(({timed, step_timed}) => [timed, step_timed])).toEqual([
      [2, 0],
      [1, 1],
      [2, 1],
      [0, 0]
    ]);
  });

  it('takes a purchase for a win, but one that was sent back on the day for none', async () => {
    const purchase = [
      {customer_id: 'A', purchased_on: '2024-01-08', amount: '5'},
      {customer_id: 'B', purchased_on: '2024-01-08', amount: '5'},
      {customer_id: 'B', purchased_on: '2024-01-08', amount: '-5'}
    ];
    const answer = await told(
      [
        ['A', '2024-01-01', null],
        ['B', '2024-01-01', null]
      ],
      {purchase}
    );
    expect(counts(answer)).toEqual([
      [null, 2, 0, 1],
      [null, 1, 0, 0]
    ]);
    expect(answer.rows[1]?.['median_days']).toBe(7);
  });

  it('leaves out who had bought before, unless a stage says won', async () => {
    const purchase = ['A', 'B'].map((customer_id) => ({customer_id, purchased_on: '2023-12-01', amount: '5'}));
    const answer = await told(
      [
        ['A', '2024-01-01', null],
        ['B', '2024-01-01', null],
        ['B', '2024-01-02', 'Won'],
        ['C', '2024-01-02', null]
      ],
      {purchase}
    );
    expect(counts(answer)).toEqual([
      [null, 2, 0, 1],
      ['Won', 1, 0, 0]
    ]);
    expect(summaryOf(answer)).toMatchObject({before: 1});
  });

  it('counts who is won before the first contact, but not the days, and says so', async () => {
    const answer = await told([
      ['A', '2024-01-09', null],
      ['A', '2024-01-05', 'Closed Won'],
      ['B', '2024-01-01', 'Won']
    ]);
    expect(counts(answer)).toEqual([
      [null, 2, 0, 0],
      ['Closed Won', 2, 0, 0]
    ]);
    expect(answer.rows[1]).toMatchObject({timed: 0, median_days: null});
    expect(summaryOf(answer)).toMatchObject({early: 1, median_days: null});
    const {loaded, scope} = answer.question;
    const notes = notesOf(summaryOf(answer), initialParams(specs), {loaded, window: windowOf(scope, loaded)});
    expect(notes).toContain('1 lead was won before its first contact on file: it counts as won, but not in the days.');
    expect(sentence(answer)).toBe('Of 2 leads since Jan 2024, 2 (100%) became customers.');
  });

  it('takes up again who was lost and came back', async () => {
    const answer = await told([
      ['A', '2024-01-01', 'New'],
      ['A', '2024-01-05', 'Lost'],
      ['A', '2024-02-01', 'Contacted'],
      ['B', '2024-01-01', 'New'],
      ['B', '2024-01-05', 'Lost'],
      ['B', '2024-02-01', 'Won']
    ]);
    expect(summaryOf(answer)).toMatchObject({won: 1, lost: 0, open: 1});
  });

  it('takes each deal for a lead of its own', async () => {
    const answer = await told([
      ['A', '2024-01-01', 'New', {deal: 'd1'}],
      ['A', '2024-01-05', 'Won', {deal: 'd1'}],
      ['A', '2024-01-03', 'New', {deal: 'd2'}]
    ]);
    expect(counts(answer)).toEqual([
      ['New', 2, 0, 1],
      ['Won', 1, 0, 0]
    ]);
  });

  it('knows cases from leads: the stage of a complaint is none', async () => {
    await given(engine, {
      purchase: [later],
      interaction: [
        {customer_id: 'A', occurred_on: '2024-01-01', kind: 'complaint', stage: 'open'},
        {customer_id: 'B', occurred_on: '2024-01-01', kind: 'visit', stage: null}
      ]
    });
    const answer = await ask(engine, 'acquisition');
    expect(answer.rows).toEqual([]);
    expect(sentence(answer)).toBe(
      'There are no leads among the contacts of this period: none is called a lead, and none has a stage.'
    );
  });

  it('takes every contact for a lead where the file tells no kinds and no stages', async () => {
    await given(engine, {purchase: [later], interaction: [{customer_id: 'A', occurred_on: '2024-01-01'}]});
    const answer = await ask(engine, 'acquisition');
    expect(counts(answer)).toEqual([
      [null, 1, 0, 1],
      [null, 0, 0, 0]
    ]);
  });

  it('looks at the period of first contacts, and at nothing after the as-of day', async () => {
    const rows: Contact[] = [
      ['A', '2023-12-31', 'New'],
      ['B', '2024-01-01', 'New'],
      ['B', '2024-01-09', 'Won'],
      ['C', '2024-02-01', 'New']
    ];
    const answer = await told(rows, {}, {scope: {from: '2024-01-01', as_of: '2024-01-05'}});
    expect(summaryOf(answer)).toMatchObject({leads: 1, won: 0, later: 2});
  });

  it('keeps the leads that a filter of customers keeps', async () => {
    const customer = [
      {customer_id: 'A', segment: 'trade'},
      {customer_id: 'B', segment: 'home'}
    ];
    const rows: Contact[] = ['A', 'B', 'C'].map((lead) => [lead, '2024-01-01', 'New']);
    const kept = async (values: string[]): Promise<number> =>
      summaryOf(await told(rows, {customer}, {scope: {filters: {segment: values}}})).leads;
    expect([await kept(['trade']), await kept(['', 'home'])]).toEqual([1, 2]);
  });

  it('shares the costs of all leads of a channel among those won', async () => {
    const customer = ['A', 'B'].map((customer_id) => ({customer_id, acquisition_cost: '10'}));
    const answer = await told(
      [
        ['A', '2024-01-01', 'New', {touchpoint: 'fair'}],
        ['A', '2024-01-05', 'Won'],
        ['B', '2024-01-01', 'New', {touchpoint: 'fair'}]
      ],
      {customer}
    );
    expect(answer.parts['groups']).toMatchObject([{lead_group: 'fair', won: 1, cost: 20, costs: 2}]);
  });
});

describe('the order of stages', () => {
  const rows: Contact[] = [
    ['A', '2024-01-01', 'Zebra'],
    ['A', '2024-01-03', 'Apple'],
    ['B', '2024-01-01', 'Zebra'],
    ['B', '2024-01-03', 'Apple'],
    ['C', '2024-01-01', 'Apple'],
    ['C', '2024-01-03', 'Zebra']
  ];

  it('is what most leads show', async () => {
    const names = (await told(rows)).rows.map(({stage}) => stage);
    expect(names).toEqual([null, 'Zebra', 'Apple', null]);
  });

  it('is what the words say where no one passes both', async () => {
    const names = (
      await told([
        ['A', '2024-01-01', 'Proposal'],
        ['B', '2024-01-01', 'Qualified'],
        ['C', '2024-01-01', null]
      ])
    ).rows.map(({stage}) => stage);
    expect(names).toEqual([null, 'Qualified', 'Proposal', null]);
  });

  it('can be changed by hand, as can what is won and lost', async () => {
    const params = {stage_order: 'Apple | Zebra'};
    expect((await told(rows, {}, {params})).rows.map(({stage}) => stage)).toEqual([null, 'Apple', 'Zebra', null]);
    const won = await told(rows, {}, {params: {won_stages: 'Apple'}});
    expect(summaryOf(won)).toMatchObject({leads: 3, won: 3, early: 1});
  });

  it('moves a stage up, and gives it another meaning', () => {
    const stages: StageRow[] = [
      {stage: 'a', part: 'open', place: 1, leads: 3},
      {stage: 'b', part: 'open', place: 2, leads: 2},
      {stage: 'done', part: 'won', place: null, leads: 1}
    ];
    const initial = initialParams(specs);
    expect(movedUp(stages, 'b')).toEqual({stage_order: 'b | a'});
    expect(movedUp(stages, 'a')).toEqual({});
    expect(meaning(stages, initial, {stage: 'b', part: 'lost'})).toEqual({
      ...{stage_order: '', won_stages: '', lost_stages: 'b'}
    });
    expect(meaning(stages, {...initial, won_stages: 'done'}, {stage: 'done', part: 'open'})).toEqual({
      ...{stage_order: 'a | b | done', won_stages: '', lost_stages: ''}
    });
  });

  it.each([
    ['Closed Won', 'won'],
    ['Vunnen', 'won'],
    ['Customer', 'won'],
    ['Customer meeting', 'open'],
    ['Gewonnen', 'won'],
    ['Closed Lost', 'lost'],
    ['Not won', 'lost'],
    ['Förlorad', 'lost'],
    ['Disqualified', 'lost'],
    ['Personal demo', 'open'],
    ['Перегов', 'open'],
    ['Проиграна', 'lost']
  ])('knows that %s is %s', async (stage, part) => {
    const answer = await told([['A', '2024-01-01', stage]]);
    expect(answer.parts['stages']).toMatchObject([{stage, part}]);
  });
});

it('says in the table how far the leads of each group come', () => {
  const group = {lead_group: '', leads: 4, won: 1, lost: 1, open: 2, share: 0.25, low: 0, high: 1};
  const groups: GroupRow[] = [
    {...group, decided_share: 0.5, ripe: 4, ripe_share: 0.25, median_days: 1, cost: 12.5, costs: 4}
  ];
  const shares: GroupStepRow[] = [{lead_group: '', place: 1, people: 1, start_share: 0.25}];
  const steps = [{place: 0}, {place: 1}] as StepRow[];
  const [row] = groupRows(groups, shares, {steps, onselect: () => undefined});
  expect(row?.cells).toEqual(['not known', '4', '25%', '50%', '1 day', '12.50']);
});
