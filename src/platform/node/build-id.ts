declare const DESTINATION_MAP_BUILD: string | undefined;

/** Names this build of the engine, so that nothing cached by another is believed; undefined when run from source. */
export const BUILD_ID: string | undefined = typeof DESTINATION_MAP_BUILD === 'string' ? DESTINATION_MAP_BUILD : undefined;
