import type { DataArea } from '@lms/contracts';
import { momentWords } from './moment-words.js';

const AREAS: Record<DataArea, string> = {
  person: 'Who you are: names and contacts',
  employment: 'Employments, leave and roles',
  'sign-in': 'Sign-in names, and when you were signed in',
  record: 'The entries of your record',
  training: 'What was asked of you, and why',
  paths: 'Learning paths and their tasks',
  learning: 'What you began and did: lessons, quizzes, surveys with your name, films, documents, sessions',
  practicals: 'Practicals and who signed them',
  evidence: 'Cards and certificates you sent',
  reports: 'Problems you reported',
  messages: 'Mails, notices and reminders',
  history: 'What was done about you, and by whom',
  privacy: 'Downloads, erasures and legal holds',
};

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const item = ([name, words]: [string, string]): string =>
  `<li><a href="${escape(name)}">${escape(name)}</a>: ${escape(words)}</li>`;

/** The page that says in plain words what is in the file. `records` are the names of the signed records. */
export function indexPage(given: {
  name: string;
  at: Date;
  issuer: string;
  areas: readonly DataArea[];
  records: readonly string[];
  files: number;
}): string {
  const areas = given.areas.map((area): [string, string] => [`data/${area}.json`, AREAS[area]]);
  const records = given.records.map((name): [string, string] => [
    name,
    'your record as a signed file, which can be verified without asking anybody',
  ]);
  const files =
    given.files > 0
      ? `<p>The folder <code>files</code> holds ${given.files === 1 ? 'the file' : `the ${given.files} files`} that you, or somebody for you, sent as proof.</p>`
      : '';
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Everything about ${escape(given.name)}</title>
<style>body{font:1rem/1.6 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}h2{margin-top:2rem}</style>
</head>
<body>
<main>
<h1>Everything about ${escape(given.name)}</h1>
<p>Made on ${escape(momentWords(given.at))} by ${escape(given.issuer)}. This is everything that is kept about you there.</p>
<h2>To read first</h2>
<ul>
${[['record.csv', 'your courses and completions, for a spreadsheet'] as [string, string], ...records].map(item).join('\n')}
</ul>
<h2>Everything, by subject</h2>
<p>These files are JSON, a form of text that programs read and people can. Times are in UTC; dates are days in London.</p>
<ul>
${areas.map(item).join('\n')}
</ul>
${files}
<h2>What is not in it</h2>
<ul>
<li>Secrets: passwords and links that let in are kept only in a form from which nobody can get them back.</li>
<li>What is about other people. Who recorded, signed or decided something about you is named.</li>
</ul>
<p>Keep this file to yourself: whoever has it can read all of this.</p>
</main>
</body>
</html>
`;
}
