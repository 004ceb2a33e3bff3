//! `validate_current_spfs`

use api::{Acl, Cx, DomainName, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Checks the published SPF records of domains.
#[derive(Input)]
pub struct Params {
    /// The domain. One or several.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// What `validate_current_spfs` answers.
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
    #[param(absent)]
    pub expected: Option<String>,
    /// The IP address address.
    pub ip_address: String,
    /// The IP address version.
    pub ip_version: i64,
    /// The records.
    pub records: Vec<Record>,
    /// The state.
    pub state: StateWord,
}

/// One item of `records`.
#[derive(Output)]
pub struct Record {
    /// The current.
    pub current: String,
    /// The reason.
    pub reason: String,
    /// The state.
    pub state: State,
}

/// What `state` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum State {
    /// `PASS`.
    #[word("PASS")]
    Pass,
    /// `NEUTRAL`.
    #[word("NEUTRAL")]
    Neutral,
    /// `FAIL`.
    #[word("FAIL")]
    Fail,
    /// `SOFTFAIL`.
    #[word("SOFTFAIL")]
    Softfail,
    /// `TEMPERROR`.
    #[word("TEMPERROR")]
    Temperror,
    /// `PERMERROR`.
    #[word("PERMERROR")]
    Permerror,
}

/// What `state` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum StateWord {
    /// `VALID`.
    #[word("VALID")]
    Valid,
    /// `MISMATCHED`.
    #[word("MISMATCHED")]
    Mismatched,
    /// `MULTIPLE`.
    #[word("MULTIPLE")]
    Multiple,
    /// `MISSING`.
    #[word("MISSING")]
    Missing,
    /// `ERROR`.
    #[word("ERROR")]
    Error,
}

/// See [`Params`].
pub struct ValidateCurrentSpfs;

impl Function for ValidateCurrentSpfs {
    const NAME: &'static str = "validate_current_spfs";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ManageDnsRecords]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
