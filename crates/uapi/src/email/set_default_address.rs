//! `Email::set_default_address`

use api::{
    Cx, DomainName, Effect, EmailAddress, Function, Input, Needs, Output, Result, Word, reply,
};

/// Sets a domain's catch-all.
#[derive(Input)]
pub struct Params {
    /// Pipe needs the File Storage role.
    pub fwdopt: Fwdopt,
    /// Main domain by default.
    pub domain: Option<DomainName>,
    /// Bounce text, with `fwdopt=fail`.
    #[param(default = "No such person at this address")]
    pub failmsgs: String,
    /// The fwdemail: needed with `fwdopt=fwd`.
    pub fwdemail: Option<EmailAddress>,
    /// Program, needed with `fwdopt=pipe`.
    pub pipefwd: Option<String>,
}

/// What `fwdopt` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Fwdopt {
    /// `fwd`.
    #[word("fwd")]
    Fwd,
    /// `fail`.
    #[word("fail")]
    Fail,
    /// `blackhole`.
    #[word("blackhole")]
    Blackhole,
    /// `pipe`.
    #[word("pipe")]
    Pipe,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The dest.
    pub dest: String,
    /// The domain.
    pub domain: String,
}

/// See [`Params`].
pub struct SetDefaultAddress;

impl Function for SetDefaultAddress {
    const NAME: &'static str = "set_default_address";
    const NEEDS: Needs = Needs::Features(&["defaultaddress"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
