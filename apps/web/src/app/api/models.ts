import type {
  AmendmentTerms,
  ASSIGNABLE_ROLES,
  CloseMode,
  ContractTerms,
  Direction,
  DocumentKind,
  DocumentStatus,
  FrameworkContractTerms,
  PeriodContractTerms,
  TerminationTerms,
} from '@praktika/contracts';
import type { components } from '@praktika/contracts/api';

/** The shapes of the API under the names this application uses; generated, so that they cannot drift apart. */
type Schemas = components['schemas'];

export type AssignableRole = (typeof ASSIGNABLE_ROLES)[number];

export type Count = Schemas['CountDto'];
export type Me = Schemas['MeDto'];
export type Counters = Schemas['CountersDto'];
export type OrganizationChoice = Schemas['MyOrganizationDto'];
export type OrganizationProfile = Schemas['OrganizationDto'];
export type OrganizationPatch = Schemas['UpdateOrganizationDto'];
export type Employee = Schemas['EmployeeDto'];
export type NewEmployee = Schemas['AddEmployeeDto'];
export type AddedEmployee = Schemas['AddedEmployeeDto'];
export type EmployeePatch = Schemas['UpdateEmployeeDto'];
export type Partner = Schemas['PartnerDto'];
export type ApiToken = Schemas['ApiTokenDto'];
export type NewApiToken = Schemas['IssueApiTokenDto'];
export type IssuedApiToken = Schemas['IssuedApiTokenDto'];
export type SetupState = Schemas['SetupDto'];
export type FirstPerson = Schemas['CompleteSetupDto'];
export type StoredFile = Schemas['StoredFileDto'];

export type AvailableAction = Schemas['AvailableActionDto'];
export type DocumentRow = Schemas['DocumentRowDto'];
export type RegistryView = Schemas['RegistryViewDto'];
export type NewRegistryView = Schemas['CreateRegistryViewDto'];
export type RegistryViewPatch = Schemas['UpdateRegistryViewDto'];
export type RegistryViewFilters = Schemas['RegistryViewFiltersDto'];
export type DocumentParty = Schemas['PartyDto'];
export type DocumentFile = Schemas['DocumentFileDto'];
export type Revision = Schemas['RevisionDto'];
export type DocumentSignature = Schemas['SignatureDto'];
export type Closing = Schemas['ClosingDto'];
export type LastReason = Schemas['LastReasonDto'];
export type HistoryEntry = Schemas['HistoryEntryDto'];

/** A page of the registry; the counts are kept by the codes of their groups. */
export type DocumentPage = Omit<Schemas['RegistryPageDto'], 'facets'> & { facets?: Facets };

export interface Facets {
  status?: Partial<Record<DocumentStatus, Count>>;
  kind?: Partial<Record<DocumentKind, Count>>;
  direction?: Partial<Record<Direction, Count>>;
}

/** Terms of any kind: the description leaves them open, each kind has some of these. */
export type DocumentTerms = PeriodContractTerms & FrameworkContractTerms & AmendmentTerms & TerminationTerms;

export type DocumentCard = Omit<Schemas['DocumentCardDto'], 'terms'> & { terms: DocumentTerms };

export type ContractDraft = Schemas['UpdateContractDto'];
export type NewContract = Schemas['CreateContractDto'];
export type AnnexDraft = Schemas['UpdateAnnexDto'];
export type NewAnnex = Schemas['CreateAnnexDto'];
export type AgreementDraft = Schemas['UpdateAgreementDto'];
export type NewAgreement = Schemas['CreateAgreementDto'];
export type Comment = Schemas['CommentDto'];
export type NewComment = Schemas['AddCommentDto'];
export type Comparison = Schemas['ComparisonDto'];
export type Difference = Schemas['DifferenceDto'];
export type TextPart = Schemas['TextPartDto'];
export type DocumentChildren = Schemas['ChildrenDto'];

/** A change of a contract's terms that an agreement made. */
export type AppliedChange = Schemas['AppliedChangeDto'];

export type EffectiveTerms = Omit<Schemas['EffectiveTermsDto'], 'terms'> & { terms: ContractTerms };

/** Everything any action's window may ask for; each action takes the part that is its own. */
export interface ActionInput {
  reason?: string;
  responsible?: Schemas['ResponsibleInputDto'];
  seats?: number;
  signedOnPaperAt?: string;
  mode?: CloseMode;
  comment?: string;
  files?: string[];
  acknowledge?: boolean;
  revisionId?: string;
  cms?: string;
}

export type Operation = Schemas['OperationDto'];
export type OperationItem = Schemas['OperationItemDto'];
export type ExportFormat = Schemas['ExportDto']['format'];
export type ExportFilter = Schemas['ExportFilterDto'];
/** What goes for all documents of a batch. */
export type BatchInput = Pick<ActionInput, 'reason' | 'responsible' | 'seats'>;

export type VerificationReport = Schemas['SignatureReportDto'];
export type ReportCheck = Schemas['SignatureCheckDto'];
export type CheckStatus = ReportCheck['status'];
export type SignatureReports = Schemas['SignatureReportsDto'];

export type NotificationItem = Schemas['NotificationDto'];
export type DemoInfo = Schemas['DemoDto'];

export type Application = Schemas['ApplicationDto'];
export type ApplicationRow = Schemas['ApplicationRowDto'];
export type NewPracticeApplication = Schemas['CreatePracticeApplicationDto'];
export type NewPartnershipApplication = Schemas['CreatePartnershipApplicationDto'];
export type Match = Schemas['MatchDto'];
export type SavedSearch = Schemas['SavedSearchDto'];
export type NewSavedSearch = Schemas['CreateSavedSearchDto'];
export type SavedSearchPatch = Schemas['UpdateSavedSearchDto'];
export type SavedSearchFilters = Schemas['SavedSearchFiltersDto'];
export type PartnerCard = Schemas['PartnerCardDto'];

export type ProfessionRow = Schemas['ProfessionRowDto'];
export type Profession = Schemas['ProfessionDto'];
export type NewProfession = Schemas['CreateProfessionDto'];
export type ProfessionPatch = Schemas['UpdateProfessionDto'];
export type ProfessionCorrections = Schemas['CorrectProfessionDto'];
export type Proposal = Schemas['ProposalDto'];
export type ProposalDraft = Schemas['ProposalInputDto'];
export type OrganizationRow = Schemas['OrganizationRowDto'];
export type PublicOrganization = Schemas['PublicOrganizationDto'];
export type Invitation = Schemas['InvitationDto'];
export type DirectoryEntry = Schemas['DirectoryEntryDto'];
export type OwnEducationDeclaration = Schemas['OwnEducationDeclarationDto'];
export type EducationDeclarationInput = Schemas['DeclareEducationDto'];

export type ListingRow = Schemas['ListingRowDto'];
export type Listing = Schemas['ListingDto'];
export type ListingDraft = Schemas['ListingInputDto'];
export type ListingFacets = Schemas['ListingFacetsDto'];
export type ListingFacetValue = Schemas['ListingFacetValueDto'];
export type PublicListing = Schemas['PublicListingDto'];
export type ListingResponse = Schemas['ListingResponseDto'];
export type ListingResponseRow = Schemas['ListingResponseRowDto'];
export type NewListingResponse = Schemas['ListingResponseInputDto'];
