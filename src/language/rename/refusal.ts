/** Why something cannot be renamed, in a sentence for the person who tried. */
export interface Refusal {
  readonly refused: string;
}

/** Whether a result is a refusal. */
export function isRefusal(result: object): result is Refusal {
  return 'refused' in result;
}
