//! `SSL::rebuild_mail_sni_config`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Rewrites the mail SNI configuration.
#[derive(Input)]
pub struct Params {
    /// Reload dovecot: reload Dovecot afterwards.
    #[param(default = 1)]
    pub reload_dovecot: Flag,
}

/// What `rebuild_mail_sni_config` answers.
#[derive(Output)]
pub struct Reply {
    /// The success flag: 0 or 1.
    pub success: Flag,
}

/// See [`Params`].
pub struct RebuildMailSniConfig;

impl Function for RebuildMailSniConfig {
    const NAME: &'static str = "rebuild_mail_sni_config";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
