/** What the listings desk works on: `{part}` counts the sheets of a range. */
export const LARKSPUR_RANGES = [
  'Autumn linen',
  'Stoneware, second drop',
  'Reading-corner lamps',
  'Wool throws and blankets',
  'Bathroom shelf',
  'Rugs by the window',
  'Table setting for six',
  'Baskets and boxes',
  'Winter candles',
  'Kitchen glass',
  'Wall clocks and mirrors',
  'Small furniture',
] as const;

export const QUILLHAVEN_RANGES = [
  'Dotted journals, new covers',
  'Planner year set',
  'Pens under 30',
  'Letter sets',
  'Ink, small bottles',
  'Desk tidies in walnut',
  'Notecards, seasonal',
  'Sketchbooks',
] as const;

export const UPLOAD_NOTES = [
  '',
  '',
  'Measurements taken from the supplier’s drawing.',
  'Two colour variants merged into one page.',
  'Alt text written for every picture.',
  'Sizes were in inches; converted and checked.',
  'Supplier’s copy was thin, rewritten from the sample.',
  'Three left as drafts until the stock arrives.',
] as const;

/** Notes on sheets whose prices went wrong before anybody knew why. */
export const SPIKE_NOTES = [
  'Corrected prices after a customer wrote in.',
  'Two prices were lower than in the shop’s own sheet, fixed.',
  'Price sheet has a new column; not sure which one counts.',
  'Prices fixed a second time. Asked Robin about the new sheet.',
] as const;

export const SEND_BACK_UPLOAD = [
  'Prices on this sheet are without tax; the shop shows them with tax. Please redo.',
  'Same as last week: net prices went live. Checking what changed in their sheet.',
  'Four prices too low by the tax. Fix these first, orders are coming in.',
] as const;

export const IMAGE_BATCHES = [
  'Cut-outs on white',
  'Lifestyle crops for the home page',
  'Shadow and colour correction',
  'Detail shots, texture',
  'Retouched seams and labels',
  'Square crops for the app',
] as const;

export const IMAGE_NOTES = [
  '',
  '',
  'Colour matched to the fabric card.',
  'Four originals were too small, asked for larger ones.',
  'Batch exported twice, the first run had the wrong profile.',
  'Background cleaned by hand around the glass.',
] as const;
