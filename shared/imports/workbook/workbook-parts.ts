import { isDateFormat } from './serial-date.ts';
import { cellText } from './cell-text.ts';
import type { ElementReader } from './xml-elements.ts';

/** A sheet as the workbook lists it. */
export interface SheetRef {
  readonly name: string;
  readonly relationId: string;
  readonly isHidden: boolean;
}

/** Reads `xl/workbook.xml`: the sheets in their order, and which date system the file counts in. */
export class WorkbookReader implements ElementReader {
  readonly sheets: SheetRef[] = [];
  is1904 = false;

  readonly open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === 'workbookPr') this.is1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
    if (name !== 'sheet') return;
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
    this.sheets.push({
      name: (attributes['name'] ?? '').slice(0, 120),
      relationId: id ?? '',
      isHidden: (attributes['state'] ?? 'visible') !== 'visible',
    });
  };
  readonly close = (): void => undefined;
  readonly text = (): void => undefined;
}

/** Reads a part's relations: which part each id stands for, as a path in the archive. */
export class RelationReader implements ElementReader {
  readonly targets = new Map<string, string>();

  readonly open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    const target = attributes['Target'] ?? '';
    if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    this.targets.set(attributes['Id'] ?? '', path.replace(/[^/]+\/\.\.\//g, ''));
  };
  readonly close = (): void => undefined;
  readonly text = (): void => undefined;
}

/** Reads `xl/styles.xml`: of each cell style, whether it shows a date. */
export class StyleReader implements ElementReader {
  readonly areDates: boolean[] = [];
  readonly #codes = new Map<number, string>();
  #isInCells = false;

  readonly open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    if (name === 'numFmt') {
      this.#codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
    } else if (name === 'cellXfs') this.#isInCells = true;
    else if (name === 'xf' && this.#isInCells) {
      const id = Number(attributes['numFmtId'] ?? 0);
      this.areDates.push(isDateFormat(id, this.#codes.get(id)));
    }
  };
  readonly close = (name: string): void => {
    if (name === 'cellXfs') this.#isInCells = false;
  };
  readonly text = (): void => undefined;
}

/** Reads `xl/sharedStrings.xml`: the texts that cells name by number, without their readings aloud. */
export class SharedStringReader implements ElementReader {
  readonly strings: string[] = [];
  chars = 0;
  #text = '';
  #isText = false;
  #isReading = false;

  readonly open = (name: string): void => {
    if (name === 'si') this.#text = '';
    else if (name === 'rPh') this.#isReading = true;
    else if (name === 't') this.#isText = !this.#isReading;
  };
  readonly close = (name: string): void => {
    if (name === 't') this.#isText = false;
    else if (name === 'rPh') this.#isReading = false;
    else if (name === 'si') {
      this.strings.push(cellText(this.#text));
      this.chars += this.#text.length;
    }
  };
  readonly text = (text: string): void => {
    if (this.#isText) this.#text += text;
  };
}
