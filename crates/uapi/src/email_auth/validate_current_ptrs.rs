//! `EmailAuth::validate_current_ptrs`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// .
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The arpa domain.
    pub arpa_domain: String,
    /// The domain.
    pub domain: String,
    /// The error.
    pub error: String,
    /// The helo.
    pub helo: String,
    /// The IP address address.
    pub ip_address: String,
    /// The IP address version.
    pub ip_version: i64,
    /// The nameservers.
    pub nameservers: Vec<String>,
    /// The PTR records.
    pub ptr_records: Vec<PtrRecord>,
    /// The state.
    pub state: StateWord,
}

/// One item of `ptr_records`.
#[derive(Output)]
pub struct PtrRecord {
    /// The domain.
    pub domain: String,
    /// The forward records.
    pub forward_records: Vec<String>,
    /// The state.
    pub state: State,
}

/// What `state` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum State {
    /// `VALID`.
    #[word("VALID")]
    Valid,
    /// `MISSING_FWD`.
    #[word("MISSING_FWD")]
    MissingFwd,
    /// `FWD_MISMATCH`.
    #[word("FWD_MISMATCH")]
    FwdMismatch,
}

/// What `state` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum StateWord {
    /// `ERROR`.
    #[word("ERROR")]
    Error,
    /// `IP_IS_PRIVATE`.
    #[word("IP_IS_PRIVATE")]
    IpIsPrivate,
    /// `VALID`.
    #[word("VALID")]
    Valid,
    /// `MISSING_PTR`.
    #[word("MISSING_PTR")]
    MissingPtr,
    /// `PTR_MISMATCH`.
    #[word("PTR_MISMATCH")]
    PtrMismatch,
}

/// See [`Params`].
pub struct ValidateCurrentPtrs;

impl Function for ValidateCurrentPtrs {
    const NAME: &'static str = "validate_current_ptrs";
    const NEEDS: Needs = Needs::Features(&["emailauth"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
