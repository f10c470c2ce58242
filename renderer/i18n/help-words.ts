import { helpCatalogue } from './en/help-catalogue.ts';
import { addWords } from './text.ts';

// Imported for this effect by the help, whose pages no other screen needs.
addWords(helpCatalogue);
