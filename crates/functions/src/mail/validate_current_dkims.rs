//! `validate_current_dkims`

use api::{Acl, Cx, DomainName, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Checks the published DKIM records of domains.
#[derive(Input)]
pub struct Params {
    /// The domain. One or several.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// What `validate_current_dkims` answers.
#[derive(Output)]
pub struct Reply {
    /// The payload.
    pub payload: Vec<Payload>,
}

/// One item of `payload`.
#[derive(Output)]
pub struct Payload {
    /// The domain.
    pub domain: String,
    /// The error.
    #[param(absent)]
    pub error: Option<String>,
    /// The expected.
    pub expected: String,
    /// The records.
    pub records: Vec<Record>,
    /// The state.
    pub state: StateWord,
    /// The validity cache update.
    pub validity_cache_update: ValidityCacheUpdate,
}

/// One item of `records`.
#[derive(Output)]
pub struct Record {
    /// The current.
    pub current: String,
    /// The state.
    pub state: State,
}

/// What `state` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum State {
    /// `VALID`.
    #[word("VALID")]
    Valid,
    /// `MISMATCH`.
    #[word("MISMATCH")]
    Mismatch,
    /// `PERMFAIL`.
    #[word("PERMFAIL")]
    Permfail,
}

/// What `state` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum StateWord {
    /// `VALID`.
    #[word("VALID")]
    Valid,
    /// `MALFORMED`.
    #[word("MALFORMED")]
    Malformed,
    /// `MISMATCH`.
    #[word("MISMATCH")]
    Mismatch,
    /// `MISSING`.
    #[word("MISSING")]
    Missing,
    /// `MULTIPLE`.
    #[word("MULTIPLE")]
    Multiple,
    /// `NOPUB`.
    #[word("NOPUB")]
    Nopub,
    /// `ERROR`.
    #[word("ERROR")]
    Error,
}

/// What `validity_cache_update` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum ValidityCacheUpdate {
    /// `set`.
    #[word("set")]
    Set,
    /// `valid`.
    #[word("valid")]
    Valid,
    /// `none`.
    #[word("none")]
    None,
    /// `error`.
    #[word("error")]
    Error,
}

/// See [`Params`].
pub struct ValidateCurrentDkims;

impl Function for ValidateCurrentDkims {
    const NAME: &'static str = "validate_current_dkims";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageDnsRecords]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
