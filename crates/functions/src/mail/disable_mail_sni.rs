//! `disable_mail_sni`

use api::{Acl, Cx, DomainName, Effect, Function, Input, Needs, Result, reply};

/// Deprecated: always fails, since mail SNI cannot be turned off.
#[derive(Input)]
pub struct Params {
    /// The domain: accepted, without effect. One or several.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// See [`Params`].
pub struct DisableMailSni;

impl Function for DisableMailSni {
    const NAME: &'static str = "disable_mail_sni";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::Ssl]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
