import type { ScaffoldFile } from './scaffold-file.js';

/** A small framework to begin from: it can be checked as it is, and every element in it is there to be replaced. */
export const frameworkTemplate: ScaffoldFile = {
  path: 'framework.yml',
  text: `# The framework that the guidance applies. Everything below is an example: put your own in its place.
# A key says what an element is, and stays for ever; a number is only a label.
key: my-framework
title: My framework
version: "1"

# Core domains: those whom the work is for.
domains:
  - key: people
    title: People
  - key: organisation
    title: Organisation

# Attributes are read against every core domain. Leave them out if there are none.
attributes:
  - key: evidence-based
    number: 1
    title: Based on evidence

# Criteria: guidance is written on each of them.
criteria:
  - key: first-criterion
    number: 1
    title: The first criterion
  - key: second-criterion
    number: 2
    title: The second criterion
    # A part is addressed under a heading of its own. Leave parts out if there are none.
    parts:
      - { key: planning, label: a, title: Planning }
      - { key: doing, label: b, title: Doing }

# Audiences: those whom the guidance is for.
audiences:
  - key: practitioners
    title: Practitioners
`,
};
