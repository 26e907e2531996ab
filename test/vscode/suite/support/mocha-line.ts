/** Stands before every line that mocha prints in an extension host, since others write to the same console. */
export const MOCHA_LINE = 'mocha| ';
