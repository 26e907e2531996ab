/** The script of the view that shows the details of a document as a form. */
import { startDetails } from './details/start.js';

startDetails(document);
