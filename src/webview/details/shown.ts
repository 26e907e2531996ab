import type { DetailsForm, Option } from '../../language/details/panel/form.js';
import type { ShownDetails } from '../../language/details/panel/messages.js';

/** The document of what is shown. */
export function uriOf(shown: ShownDetails | undefined): string | undefined {
  return shown?.kind === 'details' ? shown.uri : undefined;
}

/** What kind of thing is shown, or why nothing is. */
export function stateOf(shown: ShownDetails | undefined): string {
  return shown?.kind === 'details' ? shown.details.state : (shown?.why ?? '');
}

/** The form, where one is shown. */
export function formOf(shown: ShownDetails | undefined): DetailsForm | undefined {
  return shown?.kind === 'details' && shown.details.state === 'form' ? shown.details : undefined;
}

/** What can be chosen in a control. */
export function optionsFor({ dataset }: HTMLElement, shown: ShownDetails | undefined): readonly Option[] {
  return formOf(shown)?.lists[dataset['list'] ?? ''] ?? [];
}
