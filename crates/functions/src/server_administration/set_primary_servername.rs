//! `set_primary_servername`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result, Word, reply};

/// Make a virtual host the default of its IP address and port.
#[derive(Input)]
pub struct Params {
    /// `ServerName` of the virtual host.
    pub servername: DomainName,
    /// Std: HTTP port; ssl: HTTPS port.
    #[param(name = "type", default = Type::Std)]
    pub kind: Type,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `std`.
    #[word("std")]
    Std,
    /// `ssl`.
    #[word("ssl")]
    Ssl,
}

/// See [`Params`].
pub struct SetPrimaryServername;

impl Function for SetPrimaryServername {
    const NAME: &'static str = "set_primary_servername";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
