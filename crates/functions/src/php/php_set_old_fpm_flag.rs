//! `php_set_old_fpm_flag`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Dismisses the message on an old PHP-FPM setup.
#[derive(Input)]
pub struct Params;

/// What `php_set_old_fpm_flag` answers.
#[derive(Output)]
pub struct Reply {
    /// The success flag: 0 or 1.
    pub success: Flag,
}

/// See [`Params`].
pub struct PhpSetOldFpmFlag;

impl Function for PhpSetOldFpmFlag {
    const NAME: &'static str = "php_set_old_fpm_flag";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
