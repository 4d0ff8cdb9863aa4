/** A heading and what stands under it: paragraphs first, then a list of the lines that begin with "- ". */
export interface Section {
  heading: string;
  lines: readonly string[];
}
export interface DocumentText {
  title: string;
  lead: string;
  /** Each on a page of its own, the first below the title. */
  pages: readonly (readonly Section[])[];
}

const welcome: DocumentText = {
  title: 'Welcome handbook',
  lead: 'What to expect in your first three months, and whom to ask.',
  pages: [
    [
      {
        heading: 'Who we are',
        lines: [
          'The Alliance is seven organisations that plan, design and build together, and the suppliers that work with them. We share one programme, one way of planning and one idea of what good looks like.',
          'You are employed by your own organisation. On a scheme you work in one team, whatever the badge says.',
        ],
      },
      {
        heading: 'Your first day',
        lines: [
          '- You are met by name. If nobody is there, call the number in your invitation.',
          '- You hear where you work, who leads the team and who your buddy is.',
          '- Before you go beyond any barrier you have a site induction, also when you only visit.',
          '- You leave knowing what tomorrow looks like.',
        ],
      },
    ],
    [
      {
        heading: 'How we look after each other',
        lines: [
          'Everybody may stop a job that does not look right. Nobody will ask you to prove it first. We look at what happened, not at who was near it.',
          '- Say what you see, to whoever is nearest.',
          '- Thank the person who tells you something awkward.',
          '- If you are tired, unwell or worried, say so before the shift.',
        ],
      },
      {
        heading: 'Respect',
        lines: [
          'We come from many places and do many kinds of work. Jokes about who somebody is, unwanted remarks and shouting have no place here. Tell your manager, your buddy or the People Team; you choose which.',
        ],
      },
    ],
    [
      {
        heading: 'Your learning',
        lines: [
          'Today, in this system, shows the next thing to do and the date by which to do it. What you finish stays on your record when you change job or employer, and what is still valid is never asked for again.',
          '- Some lessons you do by yourself, on any phone.',
          '- Some things are recorded by a trainer who was there.',
          '- The Highways Passport stays the authority for access to site. This record stands beside it.',
        ],
      },
      {
        heading: 'Time to learn',
        lines: [
          'Learning that we ask of you is work. Do it in working time. If your shifts leave no room, talk to your manager before the date, not after.',
        ],
      },
    ],
    [
      {
        heading: 'Information and devices',
        lines: [
          '- Lock your screen. Keep passwords to yourself.',
          '- Share links to documents instead of copies.',
          '- Tell us in the first hour when something is lost or sent to the wrong person.',
        ],
      },
      {
        heading: 'Whom to ask',
        lines: [
          '- Your buddy: where things are and how they are done.',
          '- Your manager: your work, your time, your safety.',
          '- The People Team: your record, your path, anything about how you are treated.',
          '- In an emergency: the number on the site board, or 999.',
        ],
      },
      {
        heading: 'Confirm',
        lines: ['When you have read this, confirm it below the document. If something is not clear, ask first.'],
      },
    ],
  ],
};

const driving: DocumentText = {
  title: 'Raising the Bar 23',
  lead: 'Driving for work on our schemes. Guidance in our own words, to read and to work to.',
  pages: [
    [
      {
        heading: 'Before you set off',
        lines: [
          'A vehicle that leaves the yard in order comes back in order. Take the ten minutes.',
          '- Walk round it: tyres, lights, mirrors, cameras, glass, load.',
          '- Check beacons, reversing alarm and the lettering that others must read.',
          '- Write down what is wrong. A defect that matters means that the vehicle stays.',
          '- Are you fit to drive? Sleep, medicine, alcohol from the night before, and worry all count.',
        ],
      },
      {
        heading: 'On the road',
        lines: [
          'The belt is on, the phone is out of reach, the route is set before you move. Leave a gap of two seconds, twice as much in the wet. Plan a break at least every two hours, also when you are nearly there.',
        ],
      },
    ],
    [
      {
        heading: 'Into and out of the works',
        lines: [
          '- Use the access that the plan names, and no other.',
          '- Beacon on early. Slow down late and gently, so that nobody follows you in.',
          '- Never stop in a live lane to look for the gap. If you miss it, go on and come round again.',
          '- Leaving: build up speed inside the closure and join where the plan says.',
        ],
      },
      {
        heading: 'Reversing',
        lines: [
          'Plan a way through, and you need not reverse. Where you must, a trained marshal stands where you can see them. If you lose sight of the marshal, stop.',
          '- Look first, then move. Cameras and alarms come on top of looking.',
          '- Windows down a little, radio off.',
        ],
      },
    ],
    [
      {
        heading: 'Loads',
        lines: [
          '- Know the weight and where it sits. Secure it for braking, not for standing still.',
          '- Nobody climbs on a load without a way that keeps them from falling.',
          '- While you are loaded, stand in the marked place, or stay in the cab where the plan says so.',
        ],
      },
      {
        heading: 'Nights and long weeks',
        lines: [
          'Tiredness adds up. Say when the roster leaves you short of sleep. Nobody has to drive home after a shift that ran long: ask, and a way is found.',
        ],
      },
      {
        heading: 'Confirm',
        lines: ['By confirming you say that you have read this guidance and will drive to it from today.'],
      },
    ],
  ],
};

export const documentTexts = {
  'welcome-handbook': welcome,
  'raising-the-bar-23': driving,
} as const;
