//! `enable_mail_sni`

use std::collections::BTreeMap;

use api::{Acl, Cx, DomainName, Effect, Function, Input, Needs, Output, Result, Value, reply};

/// Succeeds without effect, since mail SNI is always on.
#[derive(Input)]
pub struct Params {
    /// The domain. One or several.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// What `enable_mail_sni` answers.
#[derive(Output)]
pub struct Reply {
    /// The failed domains.
    pub failed_domains: BTreeMap<String, String>,
    /// The updated domains.
    pub updated_domains: BTreeMap<String, Value>,
}

/// See [`Params`].
pub struct EnableMailSni;

impl Function for EnableMailSni {
    const NAME: &'static str = "enable_mail_sni";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::Ssl]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
