import {beforeAll, describe, expect, it} from 'vitest';
import {testEngine} from '../../../test/engine';
import {given} from '../../../test/given';
import {bought, modelled} from '../../../test/standing';
import type {Engine} from '../../engine/engine';
import type {Row} from '../../engine/rows';

let engine: Engine;

beforeAll(async () => {
  engine = await testEngine();
});

type Contact = Record<string, string | number | null>;

/** What contacts say, in the order in which they are given: each is a day later than the one before. */
async function told(contacts: readonly Contact[]): Promise<Row[]> {
  const day = (place: number): string => new Date(Date.UTC(2024, 0, 1 + place)).toISOString().slice(0, 10);
  const interaction = contacts.map((row, place) => ({customer_id: `c${place}`, occurred_on: day(place), ...row}));
  await given(engine, {purchase: [bought('b', '2024-06-30')], interaction});
  const rows = await modelled(engine, 'interaction_signal');
  return rows.sort((a, b) => (String(a['occurred_on']) < String(b['occurred_on']) ? -1 : 1));
}

const signals = async (contacts: readonly Contact[]): Promise<unknown[]> =>
  (await told(contacts)).map(({signal}) => signal);

describe('the kind of a contact', () => {
  it.each<[string, readonly string[]]>([
    [
      'lead',
      ['lead', 'Lead', 'Leads', 'Interessent', 'Anfrage', 'Piste', 'Oportunidad', 'Förfrågan', 'Лид', 'Zapytanie']
    ],
    [
      'survey',
      [
        'survey',
        'CSAT',
        'Umfrage',
        'Kundenbefragung',
        'Enquête',
        'Sondage',
        'Encuesta',
        'Undersökning',
        'Опрос',
        'Ankieta',
        'Pesquisa'
      ]
    ],
    ['nps', ['NPS', 'Net Promoter Score', 'nps-survey']],
    ['review', ['review', 'Bewertung', 'Rezension', 'Avis', 'Reseña', 'Recensione', 'Omdöme', 'Отзыв', 'Avaliação']],
    [
      'complaint',
      [
        'complaint',
        'Beschwerde',
        'Reklamation',
        'Réclamation',
        'Queja',
        'Reclamo',
        'Klagomål',
        'Klacht',
        'Жалоба',
        'Reklamacja',
        'Reclamação'
      ]
    ],
    [
      'referral',
      [
        'referral',
        'Empfehlung',
        'Recommandation',
        'Recomendación',
        'Raccomandazione',
        'Rekommendation',
        'Indicação',
        'Aanbeveling',
        'Рекомендация',
        'Polecenie'
      ]
    ],
    [
      'contact',
      [
        'visit',
        'Call',
        'meeting',
        'e-mail',
        'service',
        'Besuch',
        'Anruf',
        'Gespräch',
        'Visite',
        'Appel',
        'Llamada',
        'Riunione',
        'Besök',
        'Samtal',
        'Bezoek',
        'Звонок',
        'Встреча',
        'Spotkanie'
      ]
    ],
    ['other', ['page view', 'scroll', 'купон']]
  ])('%s', async (signal, kinds) => {
    const rows = await told(kinds.map((kind) => ({kind, score: 4})));
    expect(rows.map((row, place) => [kinds[place], row['signal']])).toEqual(kinds.map((kind) => [kind, signal]));
  });

  it('a review without a score is a contact; a scale of 10 makes a survey the question whether one would recommend', async () => {
    expect(
      await signals([
        {kind: 'business review'},
        {kind: 'survey', score: 9, score_scale: 10},
        {kind: 'survey', score: 4, score_scale: 5},
        {kind: 'nps', score: 4, score_scale: 5}
      ])
    ).toEqual(['contact', 'nps', 'survey', 'survey']);
  });

  it('without one: a survey where there is a score, a lead where there is a stage', async () => {
    expect(
      await signals([
        {score: 9, score_scale: 10},
        {score: 4, score_scale: 5},
        {stage: 'Qualified'},
        {touchpoint: 'web'}
      ])
    ).toEqual(['nps', 'survey', 'lead', 'other']);
  });
});

describe('a score', () => {
  it('is a share of its scale; where none is named, of 5, 10 or 100 by the highest of its kind', async () => {
    const shares = async (kind: string, scores: readonly number[]) =>
      (await told(scores.map((score) => ({kind, score})))).map(({satisfaction, review}) => satisfaction ?? review);
    expect(await shares('csat', [3, 5])).toEqual([0.6, 1]);
    expect(await shares('csat', [3, 7])).toEqual([0.3, 0.7]);
    expect(await shares('review', [40, 90])).toEqual([0.4, 0.9]);
  });

  it('beyond its scale, or of none, says nothing', async () => {
    const rows = await told([
      {kind: 'survey', score: 11, score_scale: 10},
      {kind: 'survey', score: -1, score_scale: 5},
      {kind: 'survey', score: 3, score_scale: 0},
      {kind: 'lead', score: 3, score_scale: 5},
      {kind: 'visit', score: 3, score_scale: 4}
    ]);
    expect(rows.map(({satisfaction, nps}) => [satisfaction, nps])).toEqual([
      [null, null],
      [null, null],
      [null, null],
      [null, null],
      [0.75, null]
    ]);
  });
});

describe('a contact is both ways', () => {
  it('unless nobody was reached; writing, once it has been answered; a lead, beyond its first stage', async () => {
    const rows = await told([
      {kind: 'call'},
      {kind: 'call', outcome: 'Reached'},
      {kind: 'call', outcome: 'Not reached'},
      {kind: 'Anruf', outcome: 'Nicht erreicht'},
      {kind: 'visit', outcome: 'No decision'},
      {kind: 'email'},
      {kind: 'email', outcome: 'Answered'},
      {kind: 'email', outcome: 'Opened'},
      {kind: 'email', outcome: 'No answer'},
      {kind: 'E-Mail', outcome: 'Beantwortet'},
      {kind: 'newsletter', outcome: 'sent'},
      {kind: 'lead', stage: 'New'},
      {kind: 'lead'},
      {kind: 'lead', stage: 'Qualified'},
      {kind: 'lead', stage: 'Lost'},
      {kind: 'complaint', outcome: 'Solved'}
    ]);
    expect(rows.map(({two_way: both}) => both)).toEqual([
      ...[true, true, false, false, true],
      ...[false, true, false, false, true, false],
      ...[false, false, true, false, false]
    ]);
  });
});

describe('a recommendation', () => {
  it('brought someone unless its outcome says that it failed', async () => {
    const outcomes = [
      'Became a customer',
      null,
      'Not interested',
      'No answer',
      'Abgelehnt',
      'Kein Interesse',
      'Wurde Kunde',
      'отказ'
    ];
    const rows = await told(outcomes.map((outcome) => ({kind: 'referral', outcome})));
    expect(rows.map(({succeeded}) => succeeded)).toEqual([true, true, false, false, false, false, true, false]);
  });
});

describe('a complaint', () => {
  it('is open as its outcome says, or its stage; without either until the next contact', async () => {
    const never = '9999-12-31';
    const rows = await told([
      {kind: 'complaint', outcome: 'Solved'},
      {kind: 'complaint', outcome: 'Not solved'},
      {kind: 'complaint', outcome: 'Open', stage: 'Closed'},
      {kind: 'complaint', stage: 'In progress'},
      {kind: 'complaint', stage: 'Closed'},
      {kind: 'Reklamation', outcome: 'Nicht gelöst'},
      {kind: 'Reklamation', outcome: 'Gelöst'},
      {kind: 'жалоба', outcome: 'не решена'},
      {kind: 'complaint'},
      {kind: 'complaint', customer_id: 'x'},
      {kind: 'visit', customer_id: 'x'},
      {kind: 'visit', customer_id: 'x'}
    ]);
    expect(rows.map(({open_until: until}) => until)).toEqual([
      '2024-01-01',
      never,
      never,
      never,
      '2024-01-05',
      never,
      '2024-01-07',
      never,
      never,
      '2024-01-11',
      null,
      null
    ]);
  });
});
