//! `Mime::add_redirect`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Result, Url, Word, reply};

/// .
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
    /// The redirect.
    pub redirect: Url,
    /// The redirect wildcard flag: 0 or 1.
    #[param(default = 0)]
    pub redirect_wildcard: Flag,
    /// The redirect www.
    #[param(default = 0)]
    pub redirect_www: i64,
    /// The src.
    #[param(default = "/")]
    pub src: String,
    /// The type.
    #[param(name = "type", default = Type::Permanent)]
    pub kind: Type,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `permanent`.
    #[word("permanent")]
    Permanent,
    /// `temp`.
    #[word("temp")]
    Temp,
}

/// See [`Params`].
pub struct AddRedirect;

impl Function for AddRedirect {
    const NAME: &'static str = "add_redirect";
    const NEEDS: Needs = Needs::Features(&["redirects"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
