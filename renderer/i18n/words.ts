/** Texts by their names, in areas: what a catalogue is. */
export interface Words {
  readonly [key: string]: string | Words;
}
