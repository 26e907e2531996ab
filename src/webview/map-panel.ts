/** The script of the panel that shows the map beside an editor. */
import { startMapPanel } from './map-panel/start.js';

startMapPanel(document);
