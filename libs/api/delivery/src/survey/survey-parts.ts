import { SendSurvey } from './send-survey.js';
import { GetSurveyFile } from './survey-file.js';
import { GetSurveyNamesFile } from './survey-names-file.js';
import { GetSurveyResults } from './survey-results.js';
import { SurveyController } from './survey.controller.js';

export const surveyControllers = [SurveyController];
export const surveyProviders = [GetSurveyFile, GetSurveyNamesFile, GetSurveyResults, SendSurvey];
