/**
 * @typedef {'Tea' | 'Coffee' | 'Chocolate' | 'Tableware' | 'Glassware' | 'Kitchen' | 'Linen' | 'Gifts'} Category
 * @typedef {object} Product
 * @property {string} name
 * @property {Category} category
 * @property {number} price list price without tax for one unit, 2022, in cents
 * @property {number} cost what one unit cost to buy in 2022, in cents
 */

/**
 * Name, list price in cents, purchase cost in percent of it. In each category the best sellers come first.
 * @type {Record<Category, [string, number, number][]>}
 */
const assortment = {
  Tea: [
    ['Assam Breakfast 250 g', 890, 41],
    ['Earl Grey Harbour 250 g', 920, 41],
    ['Darjeeling First Flush 100 g', 1180, 46],
    ['Sencha Morning Mist 100 g', 940, 44],
    ['Peppermint Loose 150 g', 560, 36],
    ['Rooibos Vanilla 200 g', 720, 38],
    ['Assam Breakfast 1 kg', 2890, 43],
    ['Camomile Loose 100 g', 520, 36],
    ['Jasmine Pearls 100 g', 1490, 47],
    ['Earl Grey Harbour 1 kg', 2980, 43],
    ['East Frisian Blend 500 g', 1480, 42],
    ['Chai Bazaar 200 g', 780, 38],
    ['Ceylon Highland 250 g', 960, 42],
    ['Oolong Iron Lantern 100 g', 1620, 48],
    ['Ginger Lemon 150 g', 640, 37],
    ['Lapsang Smoke 100 g', 990, 45],
    ['Rooibos Vanilla 1 kg', 2480, 40],
    ['Fruit Orchard 250 g', 690, 37],
    ['White Peony 50 g', 1380, 48],
    ['Pu-erh Cake 357 g', 3450, 49],
    ['Verbena Leaf 60 g', 680, 39],
    ['Sencha Morning Mist 1 kg', 5900, 46],
    ['Tea Bags Breakfast 100 pcs', 1190, 35],
    ['Tea Bags Herbal 100 pcs', 1090, 35],
    ['Winter Spice 200 g', 820, 38],
    ['Matcha Ceremony 30 g', 2250, 50]
  ],
  Coffee: [
    ['House Espresso Beans 1 kg', 1990, 50],
    ['Filter Roast Ground 500 g', 990, 49],
    ['House Espresso Beans 250 g', 690, 47],
    ['Colombia Huila Beans 1 kg', 2450, 52],
    ['Ethiopia Sidama Beans 250 g', 890, 49],
    ['Decaf Mountain Beans 1 kg', 2290, 51],
    ['Brazil Santos Beans 1 kg', 1890, 51],
    ['Filter Roast Ground 1 kg', 1850, 51],
    ['Guatemala Antigua Beans 250 g', 860, 49],
    ['Coffee Capsules Lungo 50 pcs', 1690, 42],
    ['Coffee Capsules Ristretto 50 pcs', 1690, 42],
    ['Organic Blend Beans 1 kg', 2590, 53],
    ['Kenya Peaberry Beans 250 g', 980, 50],
    ['Coffee Pods Office 150 pcs', 3290, 46],
    ['Cold Brew Coarse 500 g', 1150, 48],
    ['Barley Coffee 250 g', 480, 38],
    ['Sumatra Dark Beans 1 kg', 2380, 52],
    ['Instant Arabica 200 g', 1090, 45],
    ['Swedish Brew Ground 500 g', 940, 49],
    ['Advent Roast Beans 500 g', 1390, 47]
  ],
  Chocolate: [
    ['Dark Bar 70 % 100 g', 320, 44],
    ['Milk Bar Hazelnut 100 g', 320, 44],
    ['Drinking Chocolate 500 g', 1190, 43],
    ['Pralines Assorted 250 g', 1690, 46],
    ['Marzipan Hearts 200 g', 990, 44],
    ['Cocoa Powder 250 g', 690, 42],
    ['Dark Bar 85 % 100 g', 340, 44],
    ['Nougat Sticks 150 g', 720, 43],
    ['Orange Peel in Dark 150 g', 890, 45],
    ['Napolitains 500 pcs', 4900, 41],
    ['White Bar Raspberry 100 g', 340, 44],
    ['Truffles Sea Salt 200 g', 1490, 47],
    ['Drinking Chocolate 2 kg', 3990, 44],
    ['Almond Dragées 1 kg', 2190, 46],
    ['Chocolate Santas 12 pcs', 1590, 42],
    ['Easter Eggs Filled 300 g', 1290, 43]
  ],
  Tableware: [
    ['Mug Stoneware Dune 350 ml', 890, 40],
    ['Cup and Saucer Bistro 180 ml', 1090, 41],
    ['Espresso Cup Bistro 80 ml', 790, 40],
    ['Dinner Plate Dune 27 cm', 1390, 41],
    ['Teapot Porcelain Fjord 1.2 l', 3890, 43],
    ['Dessert Plate Dune 20 cm', 990, 41],
    ['Bowl Stoneware Dune 16 cm', 1090, 41],
    ['Teapot Cast Iron 0.8 l', 5490, 46],
    ['Milk Jug Bistro 250 ml', 990, 40],
    ['Sugar Bowl Bistro', 1090, 40],
    ['Cake Stand Fjord 30 cm', 3290, 43],
    ['Cappuccino Cup Bistro 220 ml', 1150, 41],
    ['Tea Bowl Celadon 150 ml', 1290, 44],
    ['Egg Cup Fjord', 590, 39],
    ['Platter Oval Dune 36 cm', 2690, 43],
    ['Tea Set Fjord 15 pcs', 12900, 45],
    ['Mug Enamel Lakeside 400 ml', 990, 40],
    ['Cutlery Set Linje 24 pcs', 8900, 46],
    ['Tea Spoon Linje', 390, 39],
    ['Salad Bowl Dune 26 cm', 2990, 43],
    ['Saucer Warmer Fjord', 1890, 42],
    ['Dinner Set Dune 16 pcs', 14900, 46]
  ],
  Glassware: [
    ['Tea Glass Double Wall 250 ml', 990, 41],
    ['Latte Glass 300 ml', 690, 40],
    ['Water Glass Klar 250 ml', 390, 39],
    ['Carafe Klar 1 l', 1890, 42],
    ['Wine Glass Klar 400 ml', 890, 41],
    ['Tea Glass Samovar 100 ml', 490, 39],
    ['Storage Jar Cork 1 l', 1390, 42],
    ['Storage Jar Cork 2 l', 1790, 42],
    ['Champagne Glass Klar 200 ml', 890, 41],
    ['Glass Teapot with Sieve 1 l', 2890, 43],
    ['Sugar Shaker Glass', 790, 39],
    ['Cake Dome Glass 30 cm', 3490, 45],
    ['Oil and Vinegar Set Klar', 1990, 42],
    ['Tumbler Smoke 300 ml', 790, 41]
  ],
  Kitchen: [
    ['Tea Strainer Steel', 690, 37],
    ['French Press 1 l', 2490, 43],
    ['Coffee Filter Paper 200 pcs', 490, 36],
    ['Hand Grinder Ash', 4290, 46],
    ['Milk Frother Steel', 1690, 42],
    ['Kettle Gooseneck 1 l', 4990, 47],
    ['Tea Filter Bags 100 pcs', 390, 35],
    ['Moka Pot 6 Cups', 2790, 43],
    ['Descaler 1 l', 890, 34],
    ['Tea Tin Round 250 g', 590, 38],
    ['Coffee Scale Digital', 3490, 46],
    ['Tamper Steel 58 mm', 2190, 43],
    ['Pour-over Dripper Porcelain', 1990, 42],
    ['Cleaning Tablets 60 pcs', 1490, 35],
    ['Chopping Board Beech', 2390, 44],
    ['Timer Wind-up', 1090, 40],
    ['Thermos Jug Steel 1.5 l', 3990, 45],
    ['Measuring Spoon Beech', 450, 36]
  ],
  Linen: [
    ['Tea Towel Linen Stripe', 990, 42],
    ['Napkin Linen 40 cm', 790, 42],
    ['Tablecloth Linen 140 × 220 cm', 6490, 46],
    ['Apron Linen Slate', 3290, 44],
    ['Tea Towel Cotton Check', 690, 40],
    ['Table Runner Linen 45 × 150 cm', 2990, 44],
    ['Place Mat Linen', 1190, 42],
    ['Napkin Damask 50 cm', 1090, 44],
    ['Oven Glove Cotton', 1290, 41],
    ['Bread Bag Linen', 1490, 42],
    ['Tablecloth Damask 160 × 260 cm', 8900, 48],
    ['Tea Cosy Wool', 2690, 44],
    ['Apron Barista Canvas', 2890, 43],
    ['Kitchen Towel Set 3 pcs', 1990, 41]
  ],
  Gifts: [
    ['Beeswax Candle 20 cm', 890, 42],
    ['Tea Lights 50 pcs', 790, 38],
    ['Gift Box Tea Journey', 2490, 45],
    ['Scented Candle Fig', 1890, 40],
    ['Gift Box Coffee World', 2690, 46],
    ['Honey Lime Blossom 500 g', 990, 47],
    ['Cantuccini 250 g', 690, 45],
    ['Advent Calendar Tea', 2290, 44],
    ['Candle Holder Brass', 2190, 43],
    ['Shortbread Tin 400 g', 1190, 45],
    ['Gift Wrap Set', 590, 35],
    ['Voucher Card Tin', 390, 36],
    ['Rock Sugar Sticks 50 pcs', 1490, 40],
    ['Incense Cedar', 690, 38],
    ['Greeting Cards Botanical 10 pcs', 990, 36]
  ]
};

/** @type {Record<Category, Product[]>} */
export const catalogue = /** @type {Record<Category, Product[]>} */ (
  Object.fromEntries(
    Object.entries(assortment).map(([category, items]) => [
      category,
      items.map(([name, price, cost]) => ({name, category, price, cost: Math.round((price * cost) / 100)}))
    ])
  )
);

/** Prices and costs against 2022, in percent: costs ran ahead of prices in 2023; green coffee became dear in 2025. */
const priceIndex = {2022: 100, 2023: 106, 2024: 109, 2025: 111};
const costIndex = {2022: 100, 2023: 108, 2024: 110, 2025: 112};
const coffeeIndex = {
  price: {2022: 100, 2023: 105, 2024: 109, 2025: 121},
  cost: {2022: 100, 2023: 106, 2024: 112, 2025: 134}
};

/**
 * List price in the year, in cents, rounded to 10.
 * @param {Product} product
 * @param {number} year
 */
export function priceIn(product, year) {
  const index = product.category === 'Coffee' ? coffeeIndex.price : priceIndex;
  return Math.round((product.price * index[/** @type {2022} */ (year)]) / 1000) * 10;
}

/**
 * Purchase cost in the year, in cents.
 * @param {Product} product
 * @param {number} year
 */
export function costIn(product, year) {
  const index = product.category === 'Coffee' ? coffeeIndex.cost : costIndex;
  return Math.round((product.cost * index[/** @type {2022} */ (year)]) / 100);
}
