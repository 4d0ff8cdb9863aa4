import { AcceptEvidence } from '../evidence/accept-evidence.js';
import { EvidenceController } from '../evidence/evidence.controller.js';
import { EvidenceLists } from '../evidence/evidence-lists.js';
import { EvidenceItems } from '../evidence/evidence-items.js';
import { EvidencePeople } from '../evidence/evidence-people.js';
import { GetEvidenceStatus } from '../evidence/evidence-status.js';
import { GetEvidence } from '../evidence/get-evidence.js';
import { KeepEvidenceFile } from '../evidence/keep-evidence-file.js';
import { ListEvidence } from '../evidence/list-evidence.js';
import { ReturnEvidence } from '../evidence/return-evidence.js';
import { SubmitEvidence } from '../evidence/submit-evidence.js';
import { TellReturned } from '../evidence/tell-returned.js';
import { AddPhoto } from '../practical/add-photo.js';
import { AskSignOff } from '../practical/ask-sign-off.js';
import { AssessmentsController } from '../practical/assessments.controller.js';
import { BeginAssessment } from '../practical/begin-assessment.js';
import { DropAssessment } from '../practical/drop-assessment.js';
import { FindLearners } from '../practical/find-learners.js';
import { GetAssessment } from '../practical/get-assessment.js';
import { ListToAssess } from '../practical/list-to-assess.js';
import { ToAssessList } from '../practical/to-assess-list.js';
import { GetNamedAssessors } from '../practical/named-assessors.js';
import { GetPracticalChoices } from '../practical/practical-choices.js';
import { PracticalPhotos } from '../practical/practical-photos.js';
import { GetPracticalStatus } from '../practical/practical-status.js';
import { PracticalController } from '../practical/practical.controller.js';
import { RemovePhoto } from '../practical/remove-photo.js';
import { SaveAssessment } from '../practical/save-assessment.js';
import { SignAssessment } from '../practical/sign-assessment.js';
import { WithdrawRequest } from '../practical/withdraw-request.js';
import { KeepProof } from '../proofs/keep-proof.js';
import { ProofTokens } from '../proofs/proof-tokens.js';
import { ProofsController } from '../proofs/proofs.controller.js';
import { ChecksController } from './checks.controller.js';
import { GetMyChecks } from './my-checks.js';

/** What another person decides: practicals that are signed, evidence that is checked. */
export const assessmentControllers = [
  AssessmentsController,
  ChecksController,
  EvidenceController,
  PracticalController,
  ProofsController,
];

export const assessmentProviders = [
  AcceptEvidence,
  AddPhoto,
  AskSignOff,
  BeginAssessment,
  DropAssessment,
  EvidenceItems,
  EvidenceLists,
  EvidencePeople,
  FindLearners,
  GetAssessment,
  GetEvidence,
  GetEvidenceStatus,
  GetMyChecks,
  GetNamedAssessors,
  GetPracticalChoices,
  GetPracticalStatus,
  KeepEvidenceFile,
  KeepProof,
  ListEvidence,
  ListToAssess,
  PracticalPhotos,
  ProofTokens,
  RemovePhoto,
  ReturnEvidence,
  SaveAssessment,
  SignAssessment,
  SubmitEvidence,
  TellReturned,
  ToAssessList,
  WithdrawRequest,
];
