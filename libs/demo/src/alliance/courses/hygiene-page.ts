import type { LinkSettings, PageSettings } from '@lms/contracts';

/** The picture of the page, by its id in the library: the text of a page names its files so. */
export const NOISE_PICTURE = {
  id: '7a6f9c4e-52c1-5b0d-9a3e-1f0c8d2b6e47',
  file: 'noise-levels.png',
  title: 'How loud it is where you stand',
} as const;

const paragraphs = (...texts: string[]): string => texts.map((text) => `<p>${text}</p>`).join('');
const list = (...items: string[]): string => `<ul>${items.map((item) => `<li><p>${item}</p></li>`).join('')}</ul>`;
const row = (element: 'th' | 'td', ...cells: string[]): string =>
  `<tr>${cells.map((cell) => `<${element}${element === 'th' ? ' scope="col"' : ''}><p>${cell}</p></${element}>`).join('')}</tr>`;
const callout = (kind: string, text: string): string => `<aside data-callout="${kind}"><p>${text}</p></aside>`;

/** What harms slowly: a page with a picture, a table and call-outs. */
export const hygienePage = (): PageSettings => ({
  kind: 'page',
  html: [
    paragraphs(
      'A fall happens in a second and everybody sees it. Dust, noise, vibration and sun take years. You feel nothing on the day, and nothing brings back what they took.',
    ),
    '<h2>Noise</h2>',
    paragraphs(
      'If you have to raise your voice to somebody two metres away, it is too loud to stay there all day without protection.',
    ),
    `<img data-file="${NOISE_PICTURE.id}" alt="Bars of loudness: talking 60 decibels, an open lane of traffic 80, a road roller 90, a breaker 110, a cut-off saw 115. From 85 decibels ears have to be covered." />`,
    callout('tip', 'Distance is the cheapest protection. Twice as far from one machine is about 6 decibels less.'),
    '<h2>Dust</h2>',
    paragraphs(
      'Cutting kerbs and concrete makes a dust so fine that you cannot see the part that harms you. It is called <strong>respirable crystalline silica</strong>.',
    ),
    list(
      'Ask first whether it has to be cut here at all.',
      'Water on, before the blade turns.',
      'A mask comes last, it is fitted to your face, and a beard keeps it from fitting.',
    ),
    callout('warning', 'Never sweep it up dry and never blow it off your clothes. Vacuum it, or wet it first.'),
    '<h2>Vibration</h2>',
    paragraphs(
      'Fingers that go white in the cold are a late sign. Tingling after a shift is an early one: say so then.',
    ),
    '<table><tbody>',
    row('th', 'What you do', 'Control before protection', 'Who to tell'),
    row('td', 'Break out concrete', 'A machine on an arm in place of hands', 'Your supervisor'),
    row('td', 'Compact a trench', 'A newer plate, and turns of 20 minutes', 'Your supervisor'),
    row('td', 'Work through July', 'Shade for breaks, sleeves down, cream twice', 'Your buddy'),
    '</tbody></table>',
    callout(
      'note',
      'Health checks belong to you. What the nurse finds is not shown to your manager, only whether you are fit for the task.',
    ),
  ].join(''),
});

export const hygieneLink = (): LinkSettings => ({
  kind: 'link',
  url: 'https://www.hse.gov.uk/construction/healthrisks/index.htm',
  statement: 'I have looked at the guidance on health risks in construction and know where to find it.',
});
