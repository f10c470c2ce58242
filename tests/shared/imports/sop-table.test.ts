import { describe, expect, it } from 'vitest';
import type { SopReading } from '#shared/imports/sop-document';
import { readSopTable } from '#shared/imports/sop-table';
import { bytesOf, decode } from './support.ts';
import { allSteps, linesOf, only, shape, stepTitles } from './sop-support.ts';

function read(text: string): SopReading {
  const reading = readSopTable(bytesOf(text), decode, 'steps.csv');
  if (!reading.ok) throw new Error(reading.error.code);
  return reading.value;
}

describe('a table of steps', () => {
  it('is read by its header words, with sections that are written once', () => {
    const sop = only(
      read(
        'Section,Step,How,Why,Type,Mandatory,Choices,Min,Max,Minutes\n' +
          'Check,Open the order,"In **admin**\nby number",Mistakes cost,checkbox,yes,,,,5\n' +
          ',Weigh it,,,number,no,,1,20,\n' +
          'Send,Which carrier?,,,dropdown,,DHL|UPS,,,10 min\n',
      ),
    );
    expect(sop.title).toBe('Steps');
    expect(shape(sop)).toEqual([
      ['Check', 2],
      ['Send', 1],
    ]);
    const [open, weigh, carrier] = allSteps(sop);
    expect(open).toMatchObject({
      how: 'In **admin**\nby number',
      why: 'Mistakes cost',
      kind: 'tick',
      expectedMinutes: 5,
    });
    expect(weigh).toMatchObject({ kind: 'number', min: 1, max: 20, isRequired: false });
    expect(carrier).toMatchObject({ kind: 'choice', options: ['DHL', 'UPS'], expectedMinutes: 10 });
  });

  it('is read from tabs, and in Spanish', () => {
    const sop = only(
      read('Sección\tPaso\tDetalles\tObligatorio\nAbrir\tEncender\tlas luces\tno\n'),
    );
    expect(shape(sop)).toEqual([['Abrir', 1]]);
    expect(allSteps(sop)[0]).toMatchObject({
      title: 'Encender',
      how: 'las luces',
      isRequired: false,
    });
  });

  it('is several procedures where a column names them', () => {
    const { sops } = read('SOP,Step\nOpen,Lights\nOpen,Till\nClose,Lights off\n');
    expect(sops.map((sop) => [sop.title, stepTitles(sop)])).toEqual([
      ['Open', ['Lights', 'Till']],
      ['Close', ['Lights off']],
    ]);
  });

  it('takes the first row for a step where no word of it is a header', () => {
    expect(stepTitles(only(read('Turn the lights on\nCount the till\n')))).toEqual([
      'Turn the lights on',
      'Count the till',
    ]);
  });

  it('reports columns and cells that it did not understand, with their line', () => {
    const reading = read('Step,Colour,Kind,Minutes,Required\nLook,red,hologram,soon,perhaps\n');
    expect(reading.notes).toEqual(
      [
        { code: 'column-unused', line: 1, text: 'Colour' },
        { code: 'cell-unread', line: 2, text: 'soon' },
        { code: 'cell-unread', line: 2, text: 'hologram' },
        { code: 'cell-unread', line: 2, text: 'perhaps' },
      ]
        .toSorted((a, b) => a.line - b.line)
        .map((note) => expect.objectContaining({ line: note.line, code: note.code })),
    );
    expect(linesOf(reading, 'cell-unread')).toEqual([2, 2, 2]);
  });

  it('reports an address that is not https', () => {
    const reading = read('Step,Link\nOpen it,http://a.example\nThe other,https://a.example/x\n');
    expect(linesOf(reading, 'link-left-out')).toEqual([2]);
    expect(allSteps(only(reading)).map(({ kind, url }) => [kind, url])).toEqual([
      ['tick', ''],
      ['link', 'https://a.example/x'],
    ]);
  });

  it('refuses what is no table, and says why', () => {
    expect(readSopTable(bytesOf(''), decode, 'x.csv')).toMatchObject({
      ok: false,
      error: { code: 'table-empty' },
    });
    expect(readSopTable(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), decode, 'x.csv').ok).toBe(
      false,
    );
  });
});
