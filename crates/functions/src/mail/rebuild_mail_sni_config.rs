//! `rebuild_mail_sni_config`

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Rebuilds the mail SNI configuration files.
#[derive(Input)]
pub struct Params {
    /// 1: reload Dovecot afterwards.
    #[param(default = 0)]
    pub reload_dovecot: Flag,
}

/// What `rebuild_mail_sni_config` answers.
#[derive(Output)]
pub struct Reply {
    /// The configs built.
    #[param(absent)]
    pub configs_built: Option<Vec<String>>,
    /// The success flag: 0 or 1.
    pub success: Flag,
}

/// See [`Params`].
pub struct RebuildMailSniConfig;

impl Function for RebuildMailSniConfig {
    const NAME: &'static str = "rebuild_mail_sni_config";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::Ssl]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
