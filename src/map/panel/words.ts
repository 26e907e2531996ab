/**
 * What the panel says beside the map's own words, in the language of the editor. `{0}`, `{1}` stand for what is put in.
 */
export interface PanelWords {
  readonly map: string;
  readonly chooseMap: string;
  readonly showMissing: string;
  readonly filter: string;
  /** “At the cursor: {0}”. */
  readonly atCursor: string;
  readonly toWrite: string;
  readonly nothingToWrite: string;
  /** “{0} to be written”. */
  readonly toBeWritten: string;
  readonly oneCriterion: string;
  readonly criteria: string;
  readonly oneSection: string;
  readonly sections: string;
  /** “{0} and {1}”. */
  readonly and: string;
  readonly showList: string;
  readonly noGuidance: string;
  readonly planned: string;
  readonly draft: string;
  readonly partMissing: string;
  readonly writeIt: string;
  /** “Write it: {0}”. */
  readonly writeThat: string;
  readonly listTitle: string;
  readonly matrixTitle: string;
  readonly legendTitle: string;
  readonly wordsTitle: string;
  /** How the map is used by keyboard. */
  readonly keys: string;
  readonly noMap: string;
  /** Where no guidance is open at all. */
  readonly noGuidanceOpen: string;
  readonly newFolder: string;
}

/** A text with values put in for `{0}`, `{1}` …. */
export function filledIn(text: string, ...values: readonly string[]): string {
  return text.replace(/\{(\d)\}/g, (whole, index) => values[Number(index)] ?? whole);
}
