/** The formats for other programs, beside the site. Nothing else is here: the command line lists them each time it starts. */
export const EXCHANGE_FORMATS = ['moodle', 'case', 'jsonld', 'scorm', 'pdf', 'docx', 'csv', 'xlsx'] as const;

/** A format for other programs. */
export type ExchangeFormat = (typeof EXCHANGE_FORMATS)[number];
