//! `Email::add_forwarder`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Adds a forwarder to an address.
#[derive(Input)]
pub struct Params {
    /// Domain of the address.
    pub domain: String,
    /// Address that gets forwarded.
    pub email: String,
    /// Fwd, fail, system or pipe by the text; no enumeration; blackhole only implied by the return
    /// value.
    pub fwdopt: String,
    /// Bounce text, with `fwdopt=fail`.
    #[param(default = "No such person at this address")]
    pub failmsgs: String,
    /// Needed with `fwdopt=fwd`; several separated by commas.
    pub fwdemail: Option<String>,
    /// The fwdsystem: needed with `fwdopt=system`.
    pub fwdsystem: Option<String>,
    /// Program to pipe to, needed with `fwdopt=pipe`; needs the `FileStorage` role.
    pub pipefwd: Option<String>,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The domain.
    pub domain: String,
    /// The email.
    pub email: String,
    /// The forward.
    pub forward: String,
}

/// See [`Params`].
pub struct AddForwarder;

impl Function for AddForwarder {
    const NAME: &'static str = "add_forwarder";
    const NEEDS: Needs = Needs::Features(&["forwarders"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
