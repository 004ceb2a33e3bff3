//! `Email::change_mx`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// Replaces an MX record.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// The exchanger: new host name.
    pub exchanger: DomainName,
    /// The oldexchanger: current host name.
    pub oldexchanger: DomainName,
    /// The priority: new priority.
    pub priority: i64,
    /// Alwaysaccept: accept all mail for the domain here.
    #[param(default = 0)]
    pub alwaysaccept: Flag,
    /// Picks the record where several have the same exchanger.
    pub oldpriority: Option<i64>,
}

/// What `change_mx` answers.
#[derive(Output)]
pub struct Reply {
    /// The checkmx.
    pub checkmx: Checkmx,
    /// The results.
    pub results: String,
    /// The status flag: 0 or 1.
    pub status: Flag,
    /// The statusmsg.
    pub statusmsg: String,
}

/// The checkmx.
#[derive(Output)]
pub struct Checkmx {
    /// The changed flag: 0 or 1.
    pub changed: Flag,
    /// The detected.
    pub detected: Detected,
    /// The isprimary flag: 0 or 1.
    pub isprimary: Flag,
    /// The issecondary flag: 0 or 1.
    pub issecondary: Flag,
    /// The local flag: 0 or 1.
    pub local: Flag,
    /// The mxcheck.
    pub mxcheck: Mxcheck,
    /// The remote flag: 0 or 1.
    pub remote: Flag,
    /// The secondary flag: 0 or 1.
    pub secondary: Flag,
    /// The warnings.
    pub warnings: Vec<String>,
}

/// What `detected` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Detected {
    /// `auto`.
    #[word("auto")]
    Auto,
    /// `local`.
    #[word("local")]
    Local,
    /// `secondary`.
    #[word("secondary")]
    Secondary,
    /// `remote`.
    #[word("remote")]
    Remote,
}

/// What `mxcheck` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Mxcheck {
    /// `auto`.
    #[word("auto")]
    Auto,
    /// `local`.
    #[word("local")]
    Local,
    /// `secondary`.
    #[word("secondary")]
    Secondary,
    /// `remote`.
    #[word("remote")]
    Remote,
}

/// See [`Params`].
pub struct ChangeMx;

impl Function for ChangeMx {
    const NAME: &'static str = "change_mx";
    const NEEDS: Needs = Needs::Features(&["changemx"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
