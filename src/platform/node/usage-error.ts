/** Something that stops the tool from doing its work, told in plain English. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
