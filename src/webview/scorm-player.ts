/** The script of the player in a SCORM package. */
import { findApi } from './scorm/find-api.js';
import { Player } from './scorm/player.js';
import { Session } from './scorm/session.js';

const session = Session.begin(findApi(window));
new Player(document, session).start();
addEventListener('pagehide', () => session?.end());
