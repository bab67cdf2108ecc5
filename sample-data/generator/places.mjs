/** @typedef {'Germany' | 'Austria' | 'Sweden' | 'Netherlands' | 'France' | 'Italy' | 'Slovenia' | 'Poland'} Country */

/** How many customers of a hundred live there. @type {Record<Country, number>} */
export const countryShares = {
  Germany: 34,
  Austria: 12,
  Sweden: 12,
  France: 11,
  Netherlands: 10,
  Italy: 8,
  Slovenia: 7,
  Poland: 6
};

/** Sales region → its cities. @type {Record<Country, Record<string, string[]>>} */
export const regions = {
  Germany: {
    'Germany North': ['Hamburg', 'Bremen', 'Kiel', 'Lübeck', 'Hannover', 'Oldenburg', 'Berlin', 'Rostock'],
    'Germany West': ['Köln', 'Düsseldorf', 'Münster', 'Bonn', 'Aachen', 'Mainz'],
    'Germany South': ['München', 'Nürnberg', 'Stuttgart', 'Freiburg', 'Würzburg', 'Tübingen']
  },
  Austria: {Austria: ['Wien', 'Graz', 'Linz', 'Salzburg', 'Innsbruck', 'Klagenfurt']},
  Sweden: {Sweden: ['Stockholm', 'Göteborg', 'Malmö', 'Uppsala', 'Västerås', 'Örebro', 'Linköping']},
  Netherlands: {Netherlands: ['Amsterdam', 'Utrecht', 'Haarlem', 'Leiden', 'Groningen', 'Maastricht', 'Den Haag']},
  France: {France: ['Lyon', 'Nantes', 'Lille', 'Bordeaux', 'Strasbourg', 'Orléans', 'Besançon', 'Paris']},
  Italy: {Italy: ['Milano', 'Torino', 'Bologna', 'Trieste', 'Verona', 'Forlì', 'Padova']},
  Slovenia: {Slovenia: ['Ljubljana', 'Maribor', 'Kranj', 'Celje', 'Škofja Loka', 'Koper', 'Piran']},
  Poland: {Poland: ['Kraków', 'Wrocław', 'Poznań', 'Gdańsk', 'Łódź', 'Toruń', 'Warszawa']}
};

/** Who looks after the trade customers of a region. @type {Record<string, string[]>} */
export const accountManagers = {
  'Germany North': ['Wiebke Haselhoff', 'Jannes Quellbrink'],
  'Germany West': ['Mareike Lindacker'],
  'Germany South': ['Korbinian Moosreiter'],
  Austria: ['Theres Almbrucker'],
  Sweden: ['Åsa Björkvall'],
  Netherlands: ['Joost van Rietveen'],
  France: ['Élodie Clairpré'],
  Italy: ['Ilaria Montechiari'],
  Slovenia: ['Špela Podlipar'],
  Poland: ['Michał Jaworzec']
};
