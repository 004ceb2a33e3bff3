//! `validate_current_ptrs`

use api::{Acl, Cx, DomainName, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Checks the PTR records of the addresses that domains send from.
#[derive(Input)]
pub struct Params {
    /// The domain. One or several.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// What `validate_current_ptrs` answers.
#[derive(Output)]
pub struct Reply {
    /// The payload.
    pub payload: Vec<Payload>,
}

/// One item of `payload`.
#[derive(Output)]
pub struct Payload {
    /// The arpa domain.
    #[param(absent)]
    pub arpa_domain: Option<String>,
    /// The domain.
    pub domain: String,
    /// The error.
    #[param(absent)]
    pub error: Option<String>,
    /// The helo.
    pub helo: String,
    /// The IP address address.
    #[param(absent)]
    pub ip_address: Option<String>,
    /// The IP address version.
    #[param(absent)]
    pub ip_version: Option<i64>,
    /// The nameservers.
    #[param(absent)]
    pub nameservers: Option<Vec<String>>,
    /// The PTR records.
    #[param(absent)]
    pub ptr_records: Option<Vec<PtrRecord>>,
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
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageDnsRecords]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
