/** The API that a learning platform gives a package (SCORM 1.2, “Run-Time Environment”, section 3.3). All of it is text. */
export interface ScormApi {
  LMSInitialize(parameter: ''): string;
  LMSGetValue(element: string): string;
  LMSSetValue(element: string, value: string): string;
  LMSCommit(parameter: ''): string;
  LMSFinish(parameter: ''): string;
}
