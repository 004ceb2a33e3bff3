//! `SSL::mail_sni_status`

use api::{Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Tells a domain's mail SNI status.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: DomainName,
}

/// What `mail_sni_status` answers.
#[derive(Output)]
pub struct Reply {
    /// The enabled flag: 0 or 1.
    pub enabled: Flag,
}

/// See [`Params`].
pub struct MailSniStatus;

impl Function for MailSniStatus {
    const NAME: &'static str = "mail_sni_status";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
