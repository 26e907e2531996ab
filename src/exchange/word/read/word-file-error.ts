/** Why a file cannot be read as a Word document, in words for the person who gave it. */
export class WordFileError extends Error {
  override readonly name = 'WordFileError';
}
