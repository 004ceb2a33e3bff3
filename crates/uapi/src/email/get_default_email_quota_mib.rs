//! `Email::get_default_email_quota_mib`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Shows the default mailbox quota, in `MiB`.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct GetDefaultEmailQuotaMib;

impl Function for GetDefaultEmailQuotaMib {
    const NAME: &'static str = "get_default_email_quota_mib";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = i64;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
