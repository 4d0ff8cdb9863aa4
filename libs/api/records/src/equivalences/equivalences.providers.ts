import { DecideVersion } from './decide-version.js';
import { EndEquivalence } from './end-equivalence.js';
import { EquivalenceList } from './equivalence-list.js';
import { GetCountsAs } from './get-counts-as.js';
import { ReadEquivalences } from './read-equivalences.js';
import { ReadPreview } from './runs/read-preview.js';
import { EquivalenceJob } from './runs/runs-job.js';
import { StartRuns } from './runs/start-runs.js';
import { WorkRuns } from './runs/work-runs.js';
import { WriteEquivalences } from './write-equivalences.js';

export const EQUIVALENCE_PROVIDERS = [
  DecideVersion,
  EndEquivalence,
  EquivalenceJob,
  EquivalenceList,
  GetCountsAs,
  ReadEquivalences,
  ReadPreview,
  StartRuns,
  WorkRuns,
  WriteEquivalences,
];
