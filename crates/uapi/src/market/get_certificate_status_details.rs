//! `Market::get_certificate_status_details`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// `Market::get_certificate_status_details`.
#[derive(Input)]
pub struct Params {
    /// The order item ID.
    pub order_item_id: i64,
    /// The provider.
    pub provider: String,
}

/// What `get_certificate_status_details` answers.
#[derive(Output)]
pub struct Reply {
    /// The action URLs.
    #[param(name = "actionUrls")]
    pub action_urls: ActionUrls,
    /// The domain details.
    pub domain_details: DomainDetails,
    /// The status details.
    pub status_details: StatusDetails,
}

/// The action URLs.
#[derive(Output)]
pub struct ActionUrls {
    /// The ev click through status.
    #[param(name = "evClickThroughStatus")]
    pub ev_click_through_status: String,
    /// The ov callback status.
    #[param(name = "ovCallbackStatus")]
    pub ov_callback_status: String,
}

/// The domain details.
#[derive(Output)]
pub struct DomainDetails {
    /// The domain.
    pub domain: String,
    /// The status.
    pub status: Status,
}

/// What `status` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Status {
    /// `VALIDATED`.
    #[word("VALIDATED")]
    Validated,
    /// `NOTVALIDATED`.
    #[word("NOTVALIDATED")]
    Notvalidated,
    /// `AWAITINGBRAND`.
    #[word("AWAITINGBRAND")]
    Awaitingbrand,
}

/// The status details.
#[derive(Output)]
pub struct StatusDetails {
    /// The brand val status.
    #[param(name = "brandValStatus")]
    pub brand_val_status: BrandValStatus,
    /// The certificate status.
    #[param(name = "certificateStatus")]
    pub certificate_status: CertificateStatus,
    /// The csr status.
    #[param(name = "csrStatus")]
    pub csr_status: CsrStatus,
    /// The dcv status.
    #[param(name = "dcvStatus")]
    pub dcv_status: DcvStatus,
    /// The ev click through status.
    #[param(name = "evClickThroughStatus")]
    pub ev_click_through_status: EvClickThroughStatus,
    /// The free dvupstatus.
    #[param(name = "freeDVUPStatus")]
    pub free_dvupstatus: FreeDVUPStatus,
    /// The organization validation status.
    #[param(name = "organizationValidationStatus")]
    pub organization_validation_status: OrganizationValidationStatus,
    /// The ov callback status.
    #[param(name = "ovCallbackStatus")]
    pub ov_callback_status: OvCallbackStatus,
    /// The validation status.
    #[param(name = "validationStatus")]
    pub validation_status: ValidationStatus,
}

/// What `brandValStatus` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum BrandValStatus {
    /// `not applicable`.
    #[word("not applicable")]
    NotApplicable,
    /// `not-completed`.
    #[word("not-completed")]
    NotCompleted,
    /// `completed`.
    #[word("completed")]
    Completed,
    /// `in-progress`.
    #[word("in-progress")]
    InProgress,
}

/// What `certificateStatus` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum CertificateStatus {
    /// `not applicable`.
    #[word("not applicable")]
    NotApplicable,
    /// `not-completed`.
    #[word("not-completed")]
    NotCompleted,
    /// `completed`.
    #[word("completed")]
    Completed,
    /// `in-progress`.
    #[word("in-progress")]
    InProgress,
}

/// What `csrStatus` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum CsrStatus {
    /// `not applicable`.
    #[word("not applicable")]
    NotApplicable,
    /// `not-completed`.
    #[word("not-completed")]
    NotCompleted,
    /// `completed`.
    #[word("completed")]
    Completed,
    /// `in-progress`.
    #[word("in-progress")]
    InProgress,
}

/// What `dcvStatus` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum DcvStatus {
    /// `not applicable`.
    #[word("not applicable")]
    NotApplicable,
    /// `not-completed`.
    #[word("not-completed")]
    NotCompleted,
    /// `completed`.
    #[word("completed")]
    Completed,
    /// `in-progress`.
    #[word("in-progress")]
    InProgress,
}

/// What `evClickThroughStatus` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum EvClickThroughStatus {
    /// `not applicable`.
    #[word("not applicable")]
    NotApplicable,
    /// `not-completed`.
    #[word("not-completed")]
    NotCompleted,
    /// `completed`.
    #[word("completed")]
    Completed,
    /// `in-progress`.
    #[word("in-progress")]
    InProgress,
}

/// What `freeDVUPStatus` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum FreeDVUPStatus {
    /// `not applicable`.
    #[word("not applicable")]
    NotApplicable,
    /// `not-completed`.
    #[word("not-completed")]
    NotCompleted,
    /// `completed`.
    #[word("completed")]
    Completed,
    /// `in-progress`.
    #[word("in-progress")]
    InProgress,
}

/// What `organizationValidationStatus` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum OrganizationValidationStatus {
    /// `not applicable`.
    #[word("not applicable")]
    NotApplicable,
    /// `not-completed`.
    #[word("not-completed")]
    NotCompleted,
    /// `completed`.
    #[word("completed")]
    Completed,
    /// `in-progress`.
    #[word("in-progress")]
    InProgress,
}

/// What `ovCallbackStatus` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum OvCallbackStatus {
    /// `not applicable`.
    #[word("not applicable")]
    NotApplicable,
    /// `not-completed`.
    #[word("not-completed")]
    NotCompleted,
    /// `completed`.
    #[word("completed")]
    Completed,
    /// `in-progress`.
    #[word("in-progress")]
    InProgress,
}

/// What `validationStatus` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum ValidationStatus {
    /// `not applicable`.
    #[word("not applicable")]
    NotApplicable,
    /// `not-completed`.
    #[word("not-completed")]
    NotCompleted,
    /// `completed`.
    #[word("completed")]
    Completed,
    /// `in-progress`.
    #[word("in-progress")]
    InProgress,
}

/// See [`Params`].
pub struct GetCertificateStatusDetails;

impl Function for GetCertificateStatusDetails {
    const NAME: &'static str = "get_certificate_status_details";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
