const position = {
  type: 'object',
  additionalProperties: false,
  required: ['line'],
  properties: { line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } },
};
const range = { type: 'object', additionalProperties: false, required: ['start'], properties: { start: position, end: position } };
const location = {
  type: 'object',
  additionalProperties: false,
  required: ['path'],
  properties: { path: { type: 'string', minLength: 1 }, range },
};

/** A diagnostic of the Reviewdog Diagnostic Format, as `proto/rdf/reviewdog.proto` of reviewdog/reviewdog describes it. */
export const reviewdogDiagnostic = {
  type: 'object',
  additionalProperties: false,
  required: ['message', 'location'],
  properties: {
    message: { type: 'string', minLength: 1 },
    location,
    severity: { enum: ['UNKNOWN_SEVERITY', 'ERROR', 'WARNING', 'INFO'] },
    source: {
      type: 'object',
      additionalProperties: false,
      required: ['name'],
      properties: { name: { type: 'string' }, url: { type: 'string' } },
    },
    code: {
      type: 'object',
      additionalProperties: false,
      required: ['value'],
      properties: { value: { type: 'string' }, url: { type: 'string' } },
    },
    suggestions: {
      type: 'array',
      items: { type: 'object', additionalProperties: false, required: ['range', 'text'], properties: { range, text: { type: 'string' } } },
    },
    related_locations: {
      type: 'array',
      items: { type: 'object', additionalProperties: false, required: ['location'], properties: { message: { type: 'string' }, location } },
    },
  },
};
