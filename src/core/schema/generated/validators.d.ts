// Generated from schemas/ by `npm run generate`. Do not edit.
import type { Validator } from '../violations.js';
export const application: Validator;
export const attribute: Validator;
export const criterionGuidance: Validator;
export const domain: Validator;
export const framework: Validator;
export const glossary: Validator;
export const guidance: Validator;
export const page: Validator;
export const resource: Validator;
export const role: Validator;
export const sources: Validator;
export const strategy: Validator;
