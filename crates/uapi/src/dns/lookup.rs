//! `DNS::lookup`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Look a name up in the DNS and give printable answers.
#[derive(Input)]
pub struct Params {
    /// The domain: Full domain name.
    pub domain: String,
}

/// See [`Params`].
pub struct Lookup;

impl Function for Lookup {
    const NAME: &'static str = "lookup";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<String>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
