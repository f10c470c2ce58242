import type { Sop } from '#shared/sops/sop';
import { sopWords } from '#shared/sops/sop-words';
import type { SopTranslation } from '#shared/sops/translation';
import type { KeptRecords } from './kept-records.ts';

interface Spoken {
  readonly sops: readonly Sop[];
  readonly sopById: ReadonlyMap<string, Sop>;
  readonly translationBySop: ReadonlyMap<string, SopTranslation>;
}

/** The plan's SOPs as a language calls them. */
export class SpokenSops {
  #sops: readonly Sop[] | null = null;
  #translations: readonly SopTranslation[] = [];
  #spoken: Spoken = { sops: [], sopById: new Map(), translationBySop: new Map() };

  /** The same objects until an SOP or a translation changes: lists are told apart by them. */
  of(kept: KeptRecords<Sop>, translations: readonly SopTranslation[]): Spoken {
    if (this.#sops !== kept.items || this.#translations !== translations) {
      this.#sops = kept.items;
      this.#translations = translations;
      this.#spoken = spokenIn(kept, translations);
    }
    return this.#spoken;
  }
}

function spokenIn(kept: KeptRecords<Sop>, translations: readonly SopTranslation[]): Spoken {
  const translationBySop = new Map(translations.map((each) => [each.sopId, each]));
  if (translations.length === 0) {
    return { sops: kept.items, sopById: kept.byId, translationBySop };
  }
  const sops = kept.items
    .map((sop) => called(sop, translationBySop.get(sop.id)))
    .toSorted((a, b) => collator.compare(a.title, b.title));
  return { sops, sopById: new Map(sops.map((sop) => [sop.id, sop])), translationBySop };
}

/** An SOP under its translated title and purpose; its steps are still read when somebody asks for them. */
function called(sop: Sop, translation: SopTranslation | undefined): Sop {
  if (!translation) return sop;
  const words = sopWords(translation);
  const spoken: Sop = Object.create(Object.prototype, {
    ...Object.getOwnPropertyDescriptors(sop),
    title: { value: words.title(sop), enumerable: true },
    purpose: { value: words.purpose(sop), enumerable: true },
  });
  return spoken;
}

const collator = new Intl.Collator(undefined, { numeric: true });
