import { viewCatalogue } from './en/view-catalogue.ts';
import { addWords } from './text.ts';

// Imported for this effect by every view whose texts the first screen does without.
addWords(viewCatalogue);
