/**
 * Names are combined from these word lists. They belong to nobody: any likeness to a person or firm is chance.
 *
 * @typedef {import('./places.mjs').Country} Country
 * @typedef {import('./assumptions.mjs').Segment} Segment
 * @typedef {import('./random.mjs').Random} Random
 * @typedef {object} Words
 * @property {string} first given names
 * @property {string} stems beginnings of family names
 * @property {string} ends endings of family names
 * @property {string} things what a house may be called after; `|` between, with its article
 * @property {Record<Exclude<Segment, 'Private'>, string>} firms patterns: {f} family name, {t} thing, {g} second family name
 */

const german = {
  stems: 'Hasel Brunn Linden Eichen Birken Moos Quell Sommer Winter Tannen Erlen Rosen Weiden Mühl Stein Ahorn',
  ends: 'acker hofer brück bacher feld rieder kamp reuter wald horst gruber',
  things:
    'Goldenen Ente|Alten Linde|Roten Kanne|Blauen Tasse|Grünen Tür|Kleinen Fähre|Weißen Mühle|Stillen Quelle|Silbernen Glocke|Bunten Gans'
};

/** @type {Record<Country, Words>} */
const words = {
  Germany: {
    ...german,
    first:
      'Anke Bernd Carsten Dörte Enno Frauke Gesa Hauke Imke Jörg Katrin Lars Maren Niels Ole Petra Rieke Sönke Tjark Ute Volker Wiebke Yvonne Jürgen',
    firms: {
      Wholesale:
        '{f} Großhandel GmbH|{f} & {g} Handels-KG|Teekontor {f} GmbH|{f} Lebensmittel AG|Nordhandel {f}|{f}, {g} & Co. KG',
      'Retail shop':
        'Teeladen {f}|Feinkost {f}|Tee & Mehr {f}|Tischkultur {f}|Bioladen zur {t}|Hofladen {f}|Geschenkhaus {f}',
      Hospitality: 'Café zur {t}|Hotel zur {t}|Gasthaus {f}|Konditorei {f}|Rösterei {f}|Pension {f}|Kaffeehaus {f}',
      Office: 'Kanzlei {f} & {g}|Architekturbüro {f}|Praxis Dr. {f}|Steuerbüro {f}|Agentur {f}|Ingenieure {f}'
    }
  },
  Austria: {
    ...german,
    first:
      'Agnes Benedikt Christl Dominik Elfriede Florian Gerlinde Hannes Irmgard Josef Kathi Leopold Magdalena Nikolaus Ottilie Raimund Sepp Theres Ursula Vinzenz',
    firms: {
      Wholesale: '{f} Großhandel GmbH|{f} & Söhne GmbH|Alpenkontor {f}|{f} Handels GmbH',
      'Retail shop': 'Teehaus {f}|Greißlerei {f}|Feinkost {f}|Wohnen & Decken {f}|Naturladen {f}',
      Hospitality: 'Kaffeehaus zur {t}|Gasthof zur {t}|Konditorei {f}|Hotel {f}|Jausenstation {f}',
      Office: 'Kanzlei {f} & {g}|Ordination Dr. {f}|Baubüro {f}|Agentur {f}'
    }
  },
  Sweden: {
    first:
      'Åsa Björn Cecilia David Elin Fredrik Göran Helena Ingrid Jonas Karin Lennart Märta Nils Östen Pernilla Rasmus Sofia Torbjörn Ulrika Viktor Ylva',
    stems: 'Björk Lind Ek Alm Sjö Norr Berg Strand Hägg Ljung Sten Äng Ör Väster Fors Gran',
    ends: 'kvist lund vall ström gren hammar mark holm bäck stedt',
    things:
      'Blå Räven|Gröna Dörren|Tre Koppar|Gamla Linden|Lilla Färjan|Röda Stugan|Vita Svanen|Stilla Viken|Gyllene Skeden',
    firms: {
      Wholesale: '{f} Grossist AB|{f} & {g} Handel AB|{f}s Livs AB|Partihandel {f} AB',
      'Retail shop': '{f}s Tehandel|Te & Kaffe {f}|{t} Butik|{f} Inredning|Delikatess {f}|Handelsboden {f}',
      Hospitality: 'Café {t}|Konditori {f}|Hotell {t}|Värdshuset {t}|{f}s Kafferosteri',
      Office: '{f} Arkitekter|Advokatbyrå {f}|{f} Konsult AB|Tandläkare {f}|{f} Revision'
    }
  },
  Netherlands: {
    first:
      'Anouk Bram Carlijn Daan Esmée Floris Geertje Hidde Inge Jeroen Klaas Lotte Maarten Noor Pieter Roos Sjoerd Tineke Wouter Zoë',
    stems: 'Riet Molen Linden Water Berken Duin Veen Zand Heide Kerk Brug Wilgen Noorder Ooster',
    ends: 'veld hof kamp dijk horst burg laar stra werf man',
    things:
      'De Reiger|De Gouden Lepel|De Oude Linde|De Drie Kopjes|De Blauwe Deur|De Witte Zwaan|Het Veerhuis|De Stille Hoek',
    firms: {
      Wholesale: '{f} Groothandel B.V.|{f} & {g} Import B.V.|Theekantoor {f} B.V.|{f} Horecagroothandel',
      'Retail shop': 'Theewinkel {f}|{f} Delicatessen|Kookwinkel {t}|{f} Wonen|Koffie & Thee {f}',
      Hospitality: 'Theehuis {t}|Café {t}|Hotel {t}|Koffiebranderij {f}|Lunchroom {f}',
      Office: '{f} Advocaten|{f} Architecten|Huisartsen {f}|Bureau {f}|{f} Accountants'
    }
  },
  France: {
    first:
      'Amélie Benoît Clémence Didier Élise François Gaëlle Hervé Inès Jérôme Léa Mathéo Noémie Océane Rémi Solène Théo Valérie Yannick Zélie',
    stems: 'Clair Beau Mont Roche Val Haut Belle Bois Fontaine Grand Ver Chante Croix Petit',
    ends: 'pré lieu mire champ ville rivière sault lande breuil fort',
    things:
      'du Tilleul|de la Cigogne|des Trois Tasses|du Vieux Moulin|de la Porte Bleue|du Petit Bac|de la Cuillère d’Argent|du Héron',
    firms: {
      Wholesale: '{f} Distribution SARL|Comptoir {f} SA|{f} & {g} Négoce|Grossiste {f} SAS',
      'Retail shop': 'L’Épicerie {t}|Maison {f}|Thés {f}|Arts de la table {f}|La Boutique {t}',
      Hospitality: 'Café {t}|Hôtel {t}|Salon de thé {f}|Auberge {t}|Brûlerie {f}',
      Office: 'Cabinet {f}|Étude {f} & {g}|Agence {f}|Atelier {f} Architectes'
    }
  },
  Italy: {
    first:
      'Alessia Bruno Chiara Davide Elisabetta Fabrizio Giulia Ilaria Lorenzo Marta Niccolò Ornella Paolo Rosalba Stefano Tommaso Viola',
    stems: 'Monte Fonte Campo Valle Casa Rocca Ponte Prato Torre Bosco Villa Terra',
    ends: 'chiari bello rosso fiore nuovo alto verde lungo secco forte',
    things:
      'del Melo|della Cicogna|delle Tre Tazze|del Vecchio Mulino|della Porta Azzurra|del Tiglio|della Luna Nuova|del Traghetto',
    firms: {
      Wholesale: '{f} Ingrosso S.r.l.|Fratelli {f} S.p.A.|{f} & {g} S.n.c.|Distribuzione {f} S.r.l.',
      'Retail shop': 'Bottega {t}|Casa del Tè {f}|Drogheria {f}|{f} Casalinghi|Erboristeria {f}',
      Hospitality: 'Caffè {t}|Albergo {t}|Pasticceria {f}|Torrefazione {f}|Trattoria {t}',
      Office: 'Studio {f}|Studio legale {f} & {g}|Agenzia {f}|Ambulatorio {f}'
    }
  },
  Slovenia: {
    first:
      'Alenka Boštjan Črt Darja Erik Franc Gašper Hana Igor Jožica Katja Luka Matjaž Neža Peter Rok Špela Tjaša Uroš Vesna Žiga',
    stems: 'Pod Za Pri Na Med Nad Hrast Jas Bukov Jelš',
    ends: 'lipnik gričar brežnik hribar logar vrtnik selšek potočar dolšek gornik',
    things:
      'Pri lipi|Pri treh skodelicah|Pod kostanjem|Pri modrih vratih|Pri brodarju|Pri beli štorklji|Za mlinom|Pri zlati žlički',
    firms: {
      Wholesale: '{f} Trgovina d.o.o.|Veletrgovina {f} d.o.o.|{f} in {g} d.n.o.',
      'Retail shop': 'Čajnica {f}|Trgovinica {t}|Darilni kotiček {f}|Dom in miza {f}|Zeliščarna {f}',
      Hospitality: 'Kavarna {t}|Gostilna {t}|Hotel {f}|Slaščičarna {f}|Pražarna {f}',
      Office: 'Odvetniki {f}|Biro {f}|Ordinacija {f}|Računovodstvo {f}'
    }
  },
  Poland: {
    first:
      'Agnieszka Bartłomiej Celina Dorota Elżbieta Grażyna Hubert Iwona Jędrzej Kinga Łukasz Małgorzata Paweł Róża Sławomir Urszula Wojciech Zofia Żaneta',
    stems: 'Wierzb Brzoz Jawor Jesion Dąbr Olsz Świerk Klon Topol Grab',
    ends: 'owicz owiak ański ewicz ecki iński owiec',
    things:
      'Pod Lipą|Pod Trzema Filiżankami|Pod Bocianem|Za Młynem|Pod Złotą Łyżką|Przy Przeprawie|Pod Błękitnym Dachem',
    firms: {
      Wholesale: '{f} Hurtownia sp. z o.o.|Hurt {f} S.A.|{f} i {g} sp.j.',
      'Retail shop': 'Herbaciarnia {f}|Sklepik {t}|Delikatesy {f}|Stół i Dom {f}',
      Hospitality: 'Kawiarnia {t}|Hotel {t}|Cukiernia {f}|Palarnia Kawy {f}',
      Office: 'Kancelaria {f}|Biuro {f}|Gabinet {f}|Pracownia {f}'
    }
  }
};

/**
 * Makes names that do not repeat: a firm that would, is told apart by its city; a private person is drawn again.
 * @returns {(segment: Segment, country: Country, city: string, chance: Random) => string}
 */
export function namer() {
  const taken = new Set();
  return (segment, country, city, chance) => {
    for (;;) {
      const name = segment === 'Private' ? person(words[country], chance) : firm(words[country], segment, chance);
      const told = segment !== 'Private' && taken.has(name) ? `${name}, ${city}` : name;
      if (taken.has(told)) continue;
      taken.add(told);
      return told;
    }
  };
}

/** @param {Words} list @param {Random} chance */
function person(list, chance) {
  return `${chance.pick(list.first.split(' '))} ${family(list, chance)}`;
}

/** @param {Words} list @param {Exclude<Segment, 'Private'>} segment @param {Random} chance */
function firm(list, segment, chance) {
  return chance
    .pick(list.firms[segment].split('|'))
    .replace('{f}', family(list, chance))
    .replace('{g}', family(list, chance))
    .replace('{t}', chance.pick(list.things.split('|')));
}

/** @param {Words} list @param {Random} chance */
function family(list, chance) {
  return chance.pick(list.stems.split(' ')) + chance.pick(list.ends.split(' '));
}
