import type { ScormApi } from './api.js';

/** A place longer than this is not kept (cmi.core.lesson_location is a CMIString255). */
const LONGEST_PLACE = 255;

/** One visit of a learner, as the platform is told of it: nothing is said before it begins or after it has ended. */
export class Session {
  private readonly started = Date.now();
  private ended = false;
  private status: string;

  private constructor(private readonly api: ScormApi) {
    this.status = api.LMSGetValue('cmi.core.lesson_status');
  }

  /** Begins a visit; undefined where the platform does not let it. */
  static begin(api: ScormApi | undefined): Session | undefined {
    return api?.LMSInitialize('') === 'true' ? new Session(api) : undefined;
  }

  /** Where the learner was, and what was kept; both empty at the first visit. */
  resumed(): { place: string; kept: string } {
    return { place: this.api.LMSGetValue('cmi.core.lesson_location'), kept: this.api.LMSGetValue('cmi.suspend_data') };
  }

  /** Tells where the learner is, and how far: what is completed stays so. */
  tell(place: string, kept: string | undefined, complete: boolean): void {
    if (this.ended) return;
    if (place.length <= LONGEST_PLACE) this.api.LMSSetValue('cmi.core.lesson_location', place);
    if (kept !== undefined) this.api.LMSSetValue('cmi.suspend_data', kept);
    const over = this.status === 'completed' || this.status === 'passed';
    const status = over ? this.status : complete ? 'completed' : 'incomplete';
    if (status !== this.status) this.api.LMSSetValue('cmi.core.lesson_status', status);
    this.status = status;
    this.api.LMSCommit('');
  }

  /** Ends the visit, so that the next one goes on from here. */
  end(): void {
    if (this.ended) return;
    this.ended = true;
    this.api.LMSSetValue('cmi.core.session_time', timeSpan(Date.now() - this.started));
    this.api.LMSSetValue('cmi.core.exit', 'suspend');
    this.api.LMSFinish('');
  }
}

/** A CMITimespan, `HHHH:MM:SS.SS`, of a time in milliseconds. */
export function timeSpan(milliseconds: number): string {
  const hundredths = Math.min(Math.max(0, Math.floor(milliseconds / 10)), 9999 * 360_000 + 359_999);
  const two = (number: number) => String(number).padStart(2, '0');
  const seconds = Math.floor(hundredths / 100);
  const hours = String(Math.floor(seconds / 3600)).padStart(4, '0');
  return `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${two(hundredths % 100)}`;
}
