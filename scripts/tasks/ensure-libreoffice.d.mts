/** The program of LibreOffice with its word processor; undefined where there is none. */
export function findLibreOffice(): string | undefined;
