import type { Random } from './random.js';

interface Pool {
  share: number;
  given: readonly string[];
  family: readonly string[];
}

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Given and family names drawn together, so that they sound like one person; the shares are rough. */
const pools: readonly Pool[] = [
  {
    share: 60,
    given: words(`James Oliver Jack Harry George Charlie Thomas Oscar William Joshua Daniel Samuel Joseph Matthew Luke
      Adam Ryan Nathan Callum Connor Liam Kieran Lewis Jamie Scott Craig Stuart Neil Gary Darren Lee Wayne Dean Carl
      Martin Steven Andrew Mark Paul Simon Ian Graham Keith Alan Robert Richard Peter Philip Rhys Owain Dylan Iwan Ewan
      Hamish Angus Declan Sean Niall Emily Olivia Sophie Jessica Chloe Lucy Grace Ellie Hannah Charlotte Amy Megan Laura
      Rachel Sarah Emma Kate Claire Nicola Joanne Karen Julie Susan Alison Fiona Siân Carys Bethan Ffion Eilidh Isla
      Mhairi Aoife Niamh Siobhán Zoë Holly Poppy Georgia Rebecca Victoria Abigail Naomi Eleanor Harriet Louise Donna
      Tracey Leanne Stacey Gemma Kelly Michelle`),
    family: words(`Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White
      Roberts Green Hall Wood Jackson Clarke Clark Harrison Scott Cooper King Davis Baker Martin Harris James Morgan
      Lewis Allen Parker Price Bennett Young Griffiths Mitchell Kelly Cook Carter Richardson Bailey Collins Bell Shaw
      Murphy Miller Cox Richards Marshall Simpson Anderson Ellis Adams Wilkinson Foster Chapman Powell Webb Rogers Gray
      Mason Hunt Hughes Palmer Holmes Mills Barnes Knight Matthews Fox Stevens Russell Fisher Barker Dixon Fletcher
      Butler Harvey Pearson Graham Lloyd Gibson Andrews Reynolds Elliott Ford Payne Pritchard Rees Bevan Gough Fraser
      MacDonald Campbell Sinclair Buchanan Drummond McKenna O'Connor O'Neill Gallagher Doherty Byrne Brennan Nolan
      Atkinson Braithwaite Sutcliffe Ackroyd Holroyd Ramsbottom Thwaites Fairclough Entwistle Hardcastle Pemberton
      Kingsley-Ward Barrett-Jones Trelawny Penhale Curnow Tregenza Larwood Ashby Whitlock Sayer Thorne Hollis Wickham`),
  },
  {
    share: 9,
    given: words(`Mohammed Ahmed Ali Imran Bilal Hamza Usman Zain Omar Tariq Kashif Faisal Adeel Junaid Rashid Fatima
      Ayesha Zainab Maryam Sana Hira Nadia Samina Rukhsana Amina Saira Iqra Yasmin Tahira Shabana`),
    family: words(`Khan Hussain Ahmed Malik Iqbal Mahmood Akhtar Begum Shah Rahman Chowdhury Miah Uddin Qureshi Sheikh
      Mirza Siddiqui Raza Bashir Aslam Karim Latif Butt Javed Nawaz`),
  },
  {
    share: 8,
    given: words(`Rajesh Amit Sanjay Vikram Arjun Rohan Nikhil Suresh Harpreet Gurpreet Jaspreet Manjit Sukhdeep Kiran
      Anil Deepak Priti Anjali Neha Kavita Meera Sunita Pooja Divya Lakshmi Simran Navdeep Rupinder Asha Nisha`),
    family: words(`Patel Shah Singh Kaur Sharma Gill Sandhu Dhillon Bains Sidhu Grewal Mehta Desai Joshi Rao Reddy Iyer
      Menon Nair Pillai Fernando Perera Gupta Verma Chauhan Solanki Bhatt Mistry Lad Rai`),
  },
  {
    share: 12,
    given: words(`Piotr Paweł Tomasz Łukasz Marek Krzysztof Grzegorz Mateusz Jakub Rafał Andrei Ionuț Mihai Ștefan
      Bogdan Florin Cristian Vasile Gheorghe Tomáš Jiří Petr Marius Darius Mantas Georgi Dimitar Katarzyna Agnieszka
      Małgorzata Joanna Magdalena Ewa Elena Ioana Andreea Mihaela Raluca Zuzana Lenka Rūta Ivana Desislava`),
    family: words(`Nowak Kowalczyk Wiśniewski Wójcik Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski
      Kozłowski Mazur Krawczyk Popescu Ionescu Popa Dumitru Stan Gheorghiu Munteanu Rusu Constantin Dinu Marin Novák
      Svoboda Dvořák Kazlauskas Petrauskas Petrov Ivanov Dimitrov Horváth Kovács Nagy Balogh`),
  },
  {
    share: 6,
    given: words(`Chidi Emeka Tunde Segun Kwame Kofi Yaw Kwabena Abdi Mohamed Tendai Tinashe Tafadzwa Babajide
      Oluwaseun Femi Ngozi Chioma Adaeze Folake Yetunde Ama Abena Efua Akosua Hodan Ifrah Rutendo Blessing Marcus Delroy
      Winston Leroy Shanice Keisha`),
    family: words(`Okafor Adeyemi Okonkwo Balogun Eze Nwosu Adebayo Ogunleye Mensah Owusu Boateng Asante Appiah Osei
      Agyeman Hassan Abdullahi Warsame Moyo Ncube Chikwanha Sibanda Dlamini Campbell Grant Bailey Francis Clarke Samuels
      Joseph`),
  },
  {
    share: 3,
    given: words(`Wei Jun Ming Hao Xin Yan Mei Ling Jing Kai Minh Linh Huy Thanh Jun-ho Soo-jin Hiroshi Yuki Angelo
      Maricel Jericho Rowena`),
    family: words(`Chen Wang Li Zhang Liu Wong Chan Cheung Lam Leung Nguyen Tran Pham Le Kim Park Tanaka Sato Santos
      Reyes Cruz Bautista`),
  },
  {
    share: 3,
    given: words(`João Tiago Rui Nuno Inês Beatriz Marco Luca Giulia Chiara Alejandro Javier Lucía Marta Nikos Eleni
      Yiannis Mehmet Emre Elif Ayşe Lars Ingrid Søren Anaïs Mathieu Klaus Jürgen`),
    family: words(`Silva Santos Ferreira Pereira Costa Oliveira Rossi Russo Ferrari Esposito García Fernández López
      Martínez Papadopoulos Georgiou Yılmaz Demir Kaya Øvergaard Lindholm Sørensen Lefèvre Moreau Müller Weiß`),
  },
];

const shares = pools.map((pool) => [pool, pool.share] as const);

export const fullNameFrom = (random: Random): { givenName: string; familyName: string } => {
  const pool = random.weighted(shares);
  return { givenName: random.pick(pool.given), familyName: random.pick(pool.family) };
};

const singles: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', ı: 'i', æ: 'ae', þ: 'th' };

/** Lower-case a to z, digits and hyphens only: what a mail system would make of the name. */
export const asciiOf = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[łøđßıæþ]/g, (letter) => singles[letter] ?? '')
    .replace(/[^a-z0-9-]/g, '');
