export const PRICE_WATCH = [
  'Table lamps, seven shops',
  'Bed linen, six shops',
  'Dinnerware, eight shops',
  'Journals and planners, seven shops',
  'Pens and ink, five shops',
  'Rugs, six shops',
  'Candles, nine shops',
  'Gift wrap and cards, six shops',
] as const;

export const PRICE_WATCH_NOTES = [
  '',
  '',
  'Two shops ended their sale; we are no longer the dearest on lamps.',
  'One shop hides prices until the basket, taken from there.',
  'Postage included where the others include it, so that prices compare.',
  'New competitor in the list from this week.',
  'Our own price was out of date in four rows, told Joanna.',
] as const;

export const SUPPLIER_QUESTIONS = [
  'Recycled glass makers, minimum order under 200',
  'Cotton bag printers, runs under 500',
  'Refill ink in glass bottles',
  'Stoneware with a lead-free certificate',
  'Carbon-neutral parcel fillers',
  'Letterpress studios that ship flat',
  'Linen mills with short dyeing runs',
  'Beeswax suppliers with traceable hives',
  'Brass turners for pen barrels',
  'Cork and felt desk mats',
  'Basket weavers’ cooperatives, East Africa',
  'Soy candle fillers near the main warehouse',
  'Bookbinders for cloth covers',
  'Rug washing and repair partners',
  'Paper mills with FSC Mix and under a tonne',
  'Seed-paper cards, printing quality',
  'Wooden toy makers for a trial range',
  'Clock movements, quartz, silent sweep',
  'Handmade soap with a full ingredient list',
  'Gift box makers, magnetic lid',
] as const;

export const PROFILE_NOTES = [
  'Three named, two answered. Samples on their way to Robin.',
  'Best offer: 14 days lead time, pays its own postage on samples.',
  'All four want larger orders than we make. Recommend waiting.',
  'Certificates checked with the issuer, one had lapsed.',
  'Good makers, slow answers: gave each a week.',
  'One clear favourite. Reasons and the sums in the sheet.',
] as const;

export const SEND_BACK_PROFILE = [
  'Prices are without freight. The decision needs landed cost, please add it.',
  'Only one source for the lead times. Can you confirm with the makers themselves?',
] as const;
