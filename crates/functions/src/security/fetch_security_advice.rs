//! `fetch_security_advice`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Returns the findings of the security advisor scan.
#[derive(Input)]
pub struct Params;

/// What `fetch_security_advice` answers.
#[derive(Output)]
pub struct Reply {
    /// The payload.
    pub payload: Vec<Payload>,
}

/// One item of `payload`.
#[derive(Output)]
pub struct Payload {
    /// The advice.
    #[param(absent)]
    pub advice: Option<Advice>,
    /// The message.
    #[param(absent)]
    pub message: Option<String>,
    /// The module.
    pub module: String,
    /// The type.
    #[param(name = "type")]
    pub kind: TypeWord,
}

/// The advice.
#[derive(Output)]
pub struct Advice {
    /// The key.
    pub key: String,
    /// The suggestion.
    pub suggestion: Option<String>,
    /// The summary.
    pub summary: String,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `ADVISE_BAD`.
    #[word("ADVISE_BAD")]
    AdviseBad,
    /// `ADVISE_GOOD`.
    #[word("ADVISE_GOOD")]
    AdviseGood,
    /// `ADVISE_INFO`.
    #[word("ADVISE_INFO")]
    AdviseInfo,
    /// `ADVISE_WARN`.
    #[word("ADVISE_WARN")]
    AdviseWarn,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum TypeWord {
    /// `mod_advice`.
    #[word("mod_advice")]
    ModAdvice,
    /// `mod_load`.
    #[word("mod_load")]
    ModLoad,
    /// `mod_run`.
    #[word("mod_run")]
    ModRun,
}

/// See [`Params`].
pub struct FetchSecurityAdvice;

impl Function for FetchSecurityAdvice {
    const NAME: &'static str = "fetch_security_advice";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
