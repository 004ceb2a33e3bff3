//! `CSVImport::doimport`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// `CSVImport::doimport`.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// The ID.
    pub id: String,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `email`.
    #[word("email")]
    Email,
    /// `fwd`.
    #[word("fwd")]
    Fwd,
}

/// What `doimport` answers.
#[derive(Output)]
pub struct Reply {
    /// The results.
    pub results: Vec<ResultItem>,
}

/// One item of `results`.
#[derive(Output)]
pub struct ResultItem {
    /// The email.
    pub email: String,
    /// The fwd.
    pub fwd: Option<String>,
    /// The reason.
    pub reason: String,
    /// The status flag: 0 or 1.
    pub status: Flag,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
}

/// See [`Params`].
pub struct Doimport;

impl Function for Doimport {
    const NAME: &'static str = "doimport";
    const NEEDS: Needs = Needs::Features(&["csvimport"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
