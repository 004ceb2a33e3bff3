//! `SSL::enable_mail_sni`

use std::collections::BTreeMap;

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Meant to turn mail SNI on.
#[derive(Input)]
pub struct Params {
    /// The domains: joined by `|`.
    pub domains: String,
}

/// What `enable_mail_sni` answers.
#[derive(Output)]
pub struct Reply {
    /// The failed domains.
    pub failed_domains: BTreeMap<String, String>,
    /// The updated domains.
    pub updated_domains: BTreeMap<String, Flag>,
}

/// See [`Params`].
pub struct EnableMailSni;

impl Function for EnableMailSni {
    const NAME: &'static str = "enable_mail_sni";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
